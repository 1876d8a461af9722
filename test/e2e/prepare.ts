import type { Page } from '@playwright/test'
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
  await page.reload()
  await createShell(page).loaded()
  return { core, month: today.slice(0, 7) }
}
