import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { type CoreClient, createCoreClient } from './core-client.ts'
import type { Evenkeel } from './fixtures.ts'
import { createShell } from './pages/shell.ts'

export type Names = { name: string; ownerName: string }

/** A company with no workflow yet, on screen; `month` is the current one. */
export async function openCompany(
  page: Page,
  evenkeel: Evenkeel,
  names: Names = { name: 'Harbour Stories', ownerName: 'Dana Whitfield' },
): Promise<{ core: CoreClient; month: string }> {
  await evenkeel.open(page)
  const core = createCoreClient(page)
  const { today } = await core.company.create(names)
  // The window hears of it by itself.
  const shell = createShell(page)
  await expect(shell.home).toBeVisible()
  await shell.loaded()
  return { core, month: today.slice(0, 7) }
}

/** The sample company on screen, as it was built for all tests (global-setup.ts). */
export async function openSample(page: Page, evenkeel: Evenkeel): Promise<void> {
  copyFileSync(process.env.EVENKEEL_TEST_SAMPLE ?? '', join(evenkeel.dataDir, 'sample.db'))
  await evenkeel.open(page)
  const shell = createShell(page)
  await page.getByRole('button', { name: 'Look around the sample company' }).click()
  await expect(shell.sampleBand).toBeVisible()
  await shell.loaded()
}
