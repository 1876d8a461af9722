import { expect, test, vi } from 'vitest'
import { ImportResult } from '../../renderer/features/imports/ImportResult.tsx'
import { PasteGrid } from '../../renderer/features/imports/PasteGrid.tsx'
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
  ...{ withFinalCount: 25, withDateCount: 40, withTextCount: 40, problemCount: 0, problems: [] },
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

test('copied cells with a header row are looked at as a file is; others fill the rows', async () => {
  const looked: unknown[] = []
  const { screen } = await show(
    <PasteGrid
      {...{ workflowId: 1, month: '2026-11', onDone: () => undefined }}
      onTable={(files) => looked.push(files)}
    />,
  )
  vi.spyOn(window, 'fetch').mockImplementation(async () => Response.json({ fileId: 'f1', name: 'x' }))
  const field = screen.getByRole('textbox', { name: 'Request' }).first()
  const paste = (text: string) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    field
      .element()
      .dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }
  const text = 'Your parcel left our warehouse yesterday and comes on Friday.'
  paste(`Ticket\tAI draft\nT-1\t${text}`)
  await vi.waitFor(() =>
    expect(looked).toEqual([{ fileIds: ['f1'], names: ['Pasted cells'], pasted: 'cells' }]),
  )
  await expect.element(field).toHaveValue('')
  paste(`Where is it?\t${text}`)
  await expect.element(field).toHaveValue('Where is it?')
})
