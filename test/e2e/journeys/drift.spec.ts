import { execFileSync } from 'node:child_process'
import { copyFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../fixtures.ts'
import { createFoundation } from '../pages/foundation.ts'
import { createHome } from '../pages/home.ts'
import { createShell } from '../pages/shell.ts'
import { createWorkflowPage } from '../pages/workflow.ts'

test('a drift is seen early, looked at twice, put right and settled, in the same words everywhere', async ({
  page,
  evenkeel,
}, testInfo) => {
  const stages = testInfo.outputPath('stages')
  execFileSync(process.execPath, [join(import.meta.dirname, '../drift-stages.ts'), stages])
  const shell = createShell(page)
  const home = createHome(page)
  const workflow = createWorkflowPage(page)
  const main = page.getByRole('main')
  const openAt = async (stage: string, day: string) => {
    await evenkeel.kill()
    for (const name of readdirSync(evenkeel.dataDir))
      rmSync(join(evenkeel.dataDir, name), { recursive: true })
    copyFileSync(join(stages, stage, 'evenkeel.db'), join(evenkeel.dataDir, 'evenkeel.db'))
    evenkeel.moveTo(day)
    await evenkeel.open(page)
  }
  /** What Home, the list, the finding and the chart say of the newest month. */
  const expectSaid = async (headline: string, status: string) => {
    await shell.open('/')
    await expect(home.row('Proposals')).toContainText(status)
    await shell.open('/workflows')
    await expect(main.getByRole('table').getByRole('row', { name: /Proposals/ })).toContainText(status)
    await shell.open('/workflows/1')
    await expect(main.getByRole('heading', { name: headline })).toBeVisible()
    await expect(workflow.chart).toHaveAccessibleName(new RegExp(headline))
  }

  await openAt('early', '2026-08-06')
  const sign = 'An early sign: the last two reviews lie above month 3 by more than chance'
  await expect(main).toContainText('Proposals: an early sign')
  await expectSaid(sign, 'Watch')

  await openAt('above', '2026-10-06')
  await expectSaid('First month above your 20% line; the early sign stands', 'Update suggested')
  await main.getByRole('button', { name: 'Take a second look: 20 more' }).click()
  await expect(page.getByText('Output 1 of 20')).toBeVisible()

  await openAt('due', '2026-11-16')
  const due = 'editing over three months is above your 20% line'
  await expect(main).toContainText(`Proposals: an update is due: ${due}`)
  await expectSaid(`An update is due: ${due}`, 'Update due')
  await main.getByRole('button', { name: 'Plan an update' }).click()
  await expect(main.getByRole('heading', { level: 1, name: 'Offer and prices' })).toBeVisible()
  await expect(main).toContainText('9 of the 14 issues of August to October 2026 point here.')
  const foundation = createFoundation(page)
  await foundation.write('Prices of May, and no offer after its end date.')
  await expect(foundation.why).toHaveValue(new RegExp(due))
  await foundation.publish(2, { approvedBy: 'Dana' })
  await foundation.tickLiveSteps()
  await foundation.closeDialog()
  await shell.open('/workflows/1')
  await expect(main).toContainText('The November review shows whether change')

  await openAt('settled', '2027-02-06')
  const settled = 'Editing of Proposals fell from 23.8% to 13.5%, and that is settled'
  await expect(main).toContainText(settled)
  await main.getByRole('link', { name: settled }).click()
  await expect(main.getByRole('heading', { name: settled })).toBeVisible()
  const looks = main.getByRole('table').getByRole('row')
  await expect(looks.filter({ hasText: 'First look' })).toContainText('About the same')
  await expect(looks.filter({ hasText: 'Settled' })).toContainText('Better')
  await shell.open('/')
  await expect(home.row('Proposals')).toContainText('On target')
})
