import { type CoreClient, createCoreClient } from '../e2e/core-client.ts'
import { createShell } from '../e2e/pages/shell.ts'
import { type Desktop, expect, type Running } from './fixtures.ts'

/** The sample company on screen. */
export async function openSample(desktop: Desktop, ...flags: string[]): Promise<Running> {
  desktop.placeSample()
  const running = await desktop.start(...flags)
  const { page } = running
  await page.getByRole('button', { name: 'Look around the sample company' }).click()
  await expect(createShell(page).sampleBand).toBeVisible()
  await createShell(page).loaded()
  return running
}

/** A company with no workflow yet; `month` is the current one. */
export async function openCompany(
  desktop: Desktop,
): Promise<{ running: Running; core: CoreClient; month: string }> {
  const running = await desktop.start()
  const { page } = running
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const core = createCoreClient(page)
  const { today } = await core.company.create({ name: 'Harbour Stories', ownerName: 'Dana Whitfield' })
  await page.reload()
  await createShell(page).loaded()
  return { running, core, month: today.slice(0, 7) }
}
