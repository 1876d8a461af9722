import { expect, test, vi } from 'vitest'
import { PasteIds } from '../../renderer/features/imports/PasteIds.tsx'
import { PreviewStep } from '../../renderer/features/imports/PreviewStep.tsx'
import type { ChosenFiles } from '../../renderer/files/FileDrop.tsx'
import type { ImportCount, ImportField, TablePreview } from '../../shared/contract/imports.ts'
import { type Answers, expectAccessible, show } from './helpers/show.tsx'

const names = ['Ticket', 'Reply', 'Sent', 'Closed at', 'Team']
const cells = [
  ['T-1', 'The first draft.', 'The first draft.', '10/5/2026', 'North'],
  ['T-2', 'The second draft.', 'What was sent.', '11/3/2026', 'North'],
]
const days = ['2026-10-05', '2026-11-03']
const monthFirst = [
  { month: '2026-10', rows: 12 },
  { month: '2026-11', rows: 3 },
]
const dated = {
  column: 3,
  order: 'month-first' as const,
  evidence: 'proven' as const,
  examples: cells.map(([, , , text = ''], index) => ({
    row: index + 2,
    text,
    readings: { 'month-first': days[index] ?? '', 'day-first': ['2026-05-10', '2026-03-11'][index] ?? '' },
  })),
  against: { count: 0, rows: [] },
  months: { 'month-first': monthFirst, 'day-first': [{ month: '2026-05', rows: 15 }] },
}

type Looked = TablePreview<ImportField> & { isRemembered: boolean; orderBefore: null; importedBefore: null }

const file: Looked = {
  ...{ format: 'csv', encoding: 'UTF-8', delimiter: ',', sheets: [], rowCount: 15 },
  columns: names.map((name, index) => ({
    index,
    name,
    samples: cells.map((row) => row[index] ?? ''),
    filled: 2,
  })),
  found: { headerRows: [1], left: [] },
  guess: { externalId: 0, aiText: 1, finalText: 2, occurredOn: 3 },
  dateOrder: 'month-first',
  toCheck: { count: 0, first: [] },
  dates: [dated],
  examples: cells.map((row, index) => ({
    row: index + 2,
    cells: row,
    days: [
      { column: 3, readings: dated.examples[index]?.readings ?? { 'day-first': '', 'month-first': '' } },
    ],
  })),
  rivals: null,
  ...{ isRemembered: false, orderBefore: null, importedBefore: null },
}

const counted: ImportCount = {
  ...{ rows: 15, new: 15, completed: 0, duplicates: 0, alreadyIn: 0, kept: 0, otherMonth: 0, leftOut: 0 },
  months: monthFirst,
}

async function look(
  changed: Partial<Looked> = {},
  count: Partial<ImportCount> = {},
  files?: Partial<ChosenFiles>,
  more: Answers = {},
) {
  const answers = {
    'imports/preview': { ...file, ...changed },
    'imports/count': { ...counted, ...count },
    ...more,
  }
  const props = { workflowId: 1, month: '2026-11', onStarted: () => undefined, onBack: () => undefined }
  const chosen = { fileIds: ['f1'], names: ['october.csv'], ...files }
  const shown = await show(<PreviewStep {...props} files={chosen} />, answers)
  const { screen, asked } = shown
  await expect.element(screen.getByText(/Bring in/)).toBeVisible()
  const lastCount = () => asked.filter(({ procedure }) => procedure === 'imports/count').at(-1)?.input
  return { ...shown, lastCount }
}

test('what is certain is said in a sentence; the selectors stand behind it', async () => {
  const { screen, text } = await look()
  expect(text()).toMatch(
    /The AI version is in “Reply”, the final version in “Sent”, the date in “Closed at”,? and the ID or link in “Ticket”. 12 rows of October 2026, 3 of November 2026. Not used: “Team”./,
  )
  await expect
    .element(screen.getByRole('button', { name: 'Bring in 15 rows: October 12, November 3' }))
    .toBeVisible()
  await expect.element(screen.getByText('The same text.')).toBeVisible()
  expect(text()).not.toContain('One question')
  expect(screen.getByRole('combobox').elements()).toEqual([])
  await expectAccessible(screen.container)
  await screen.getByRole('button', { name: 'Change' }).click()
  await expect.element(screen.getByRole('combobox', { name: 'What Reply is' })).toHaveValue('aiText')
  await expect.element(screen.getByRole('combobox', { name: 'Encoding' })).toBeVisible()
  await expectAccessible(screen.container)
})

test('dates that prove nothing are one question with two of them', async () => {
  const { screen, lastCount, text } = await look({ dates: [{ ...dated, evidence: 'likely' }] })
  await expect
    .element(screen.getByRole('heading', { name: /^One question: is 10.5.2026 .*October.* or .*May/ }))
    .toBeVisible()
  await screen.getByRole('radio', { name: 'Day first' }).click()
  await expect.poll(lastCount).toMatchObject({ dateOrder: 'day-first' })
  await expect.poll(text).toContain('15 rows of May 2026.')
  await expectAccessible(screen.container)
})

test('two texts whose names say nothing are one question; the order of dates is asked after it', async () => {
  const { screen, lastCount, text } = await look({
    guess: { aiText: 1, occurredOn: 3 },
    rivals: [1, 2],
    dates: [{ ...dated, evidence: 'open' }],
  })
  const bringIn = screen.getByRole('button', { name: /^Bring in/ })
  await expect
    .element(screen.getByRole('heading', { name: 'One question: which of these is the AI version?' }))
    .toBeVisible()
  expect(text()).not.toContain('Month first')
  await bringIn.click()
  await expect.element(screen.getByRole('alert')).toHaveTextContent('Answer the question first.')
  await screen.getByRole('radio', { name: 'Sent' }).click()
  await expect.poll(lastCount).toMatchObject({ mapping: { aiText: 2, occurredOn: 3 } })
  await expect.element(screen.getByRole('radio', { name: 'Month first' })).toBeChecked()
  expect(text()).not.toContain('which of these')
})

test('where no column is the text, the selectors are open', async () => {
  const { screen } = await look({ guess: { occurredOn: 3 } })
  await expect.element(screen.getByRole('combobox', { name: 'What Reply is' })).toHaveValue('')
})

test('rows that stay out, and those that add no output, are said with their numbers', async () => {
  const found = { headerRows: [3], left: [{ why: 'hidden' as const, count: 2, rows: [17, 41] }] }
  const { screen, text, asked } = await look({ found }, { new: 2, completed: 12, alreadyIn: 1 })
  await expect.element(screen.getByText('12 rows are in already and get what is new.')).toBeVisible()
  expect(text()).toContain('2 rows stay out2 rows hidden by a filter: 17, 41.')
  expect(text()).toContain('1 row is in already.')
  await screen.getByRole('button', { name: 'Bring the hidden rows in' }).click()
  await expect
    .poll(() => asked.filter(({ procedure }) => procedure === 'imports/preview').at(-1)?.input)
    .toMatchObject({ withHidden: true })
})

test('pasted IDs are no file: nothing is asked of rows, encodings and columns', async () => {
  const { screen, text } = await look(
    { guess: { externalId: 0 }, dates: [], columns: file.columns.slice(0, 1), rowCount: 2 },
    { rows: 2, new: 2, months: [{ month: '2026-11', rows: 2 }] },
    { names: ['2 IDs or links'], pasted: 'ids' },
  )
  await expect.element(screen.getByRole('heading', { name: '2 IDs or links' })).toBeVisible()
  await expect.element(screen.getByRole('combobox', { name: 'Month they belong to' })).toHaveValue('2026-11')
  await expect.element(screen.getByRole('button', { name: 'Bring in 2 rows of November 2026' })).toBeVisible()
  for (const said of ['CSV', 'UTF-8', 'Change', 'row with', 'file']) expect(text()).not.toContain(said)
  expect(screen.getByRole('combobox').elements()).toHaveLength(1)
  await expectAccessible(screen.container)
})

test('pasted IDs go to the preview as one list, each once a line, by their number', async () => {
  const looked: unknown[] = []
  const { screen } = await show(<PasteIds onTable={(files) => looked.push(files)} />)
  const sent: string[] = []
  vi.spyOn(window, 'fetch').mockImplementation(async (input, init) => {
    sent.push(await new Request(input, init).text())
    return Response.json({ fileId: 'f1', name: 'x' })
  })
  const lookAtThem = screen.getByRole('button', { name: 'Look at them' })
  await lookAtThem.click()
  await expect.element(screen.getByText('Paste at least one ID or link.')).toBeVisible()
  await screen.getByRole('textbox').fill('T-1\n\n https://desk.example/t/2 ')
  await lookAtThem.click()
  await expect.poll(() => looked).toEqual([{ fileIds: ['f1'], names: ['2 IDs or links'], pasted: 'ids' }])
  expect(sent).toEqual(['"ID"\n"T-1"\n"https://desk.example/t/2"'])
})

test('a file of links without a text comes in by reference, and says what that means for the measure', async () => {
  const { screen, text } = await look(
    { guess: { externalId: 0, occurredOn: 3 } },
    {},
    {},
    { 'workflows/get': { measure: 'text' } },
  )
  await expect.element(screen.getByText(/come in by reference/)).toBeVisible()
  await expect.poll(text).toContain('This workflow measures the text that was changed, which needs the texts')
  await expect.element(screen.getByRole('button', { name: /^Bring in 15 rows/ })).toBeVisible()
  await expectAccessible(screen.container)
})
