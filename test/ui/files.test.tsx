import { expect, test } from 'vitest'
import { ImportResult } from '../../renderer/features/imports/ImportResult.tsx'
import type { ImportSummary } from '../../shared/contract/imports.ts'
import { expectAccessible, show } from './helpers/show.tsx'

const summary: ImportSummary = {
  ...{ id: 4, workflowId: 1, name: 'october.csv', format: 'csv', state: 'done' },
  ...{ importedAt: '2026-11-01T08:00:00Z', canTakeBack: true },
  ...{
    rowCount: 60,
    keptCount: 40,
    completedCount: 0,
    duplicateCount: 3,
    alreadyInCount: 7,
    otherMonthCount: 10,
  },
  ...{ withFinalCount: 25, withDateCount: 40, problemCount: 0, problems: [] },
  months: [{ month: '2026-10', count: 40 }],
  leadsTo: '2026-10',
}

test('an import says of every row what became of it', async () => {
  const answers = { 'imports/get': summary }
  const { screen, text } = await show(<ImportResult importId={4} month="2026-10" />, answers)
  await expect.element(screen.getByRole('heading', { name: '40 new outputs' })).toBeVisible()
  expect(text()).toContain(
    '60 rows read from october.csv. 3 repeats in the file. 7 were already in. 10 rows of other months left out. 25 have a final version.',
  )
  expect(screen.container.textContent).not.toContain('By month')
  await expectAccessible(screen.container)
})

test('months other than the one asked for are named', async () => {
  const months = [
    { month: '2026-09', count: 15 },
    { month: '2026-10', count: 25 },
  ]
  const answers = { 'imports/get': { ...summary, months } }
  const { screen } = await show(<ImportResult importId={4} month="2026-10" />, answers)
  await expect.element(screen.getByText('By month: September 2026 15, October 2026 25.')).toBeVisible()
})
