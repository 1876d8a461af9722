import { rmSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { outputsSheet } from '../../../electron/core/export/outputs-sheet.ts'
import { writeWorkbook } from '../../../electron/core/export/workbook/workbook-writer.ts'
import {
  type MatchedInput,
  matchOutputs,
  type OutputChoice,
  previewOutputs,
  sortOutputs,
} from '../../../electron/core/features/model-tests/outputs/outputs-import.ts'
import { type OutputTable, testOutputRows } from '../../../electron/core/import/kinds/test-outputs.ts'
import { openFound } from '../../../electron/core/import/table-import.ts'
import { sharedFile } from '../../e2e/shared-data.ts'
import { toCsv } from '../../helpers/builders.ts'
import { createImportFolder, refusalOf } from '../../helpers/import-files.ts'
import { readBack, temporaryPath } from '../export/workbook-reader.ts'

const folder = createImportFolder()
afterAll(() => folder.remove())

const input = (position: number, name: string, text: string): MatchedInput => ({
  id: position + 100,
  position,
  name,
  text,
})
const inputs = [
  input(1, 'Renewal', 'Can I renew early?'),
  input(2, 'Refund', 'Can I get a refund?'),
  input(3, 'Price', 'What does it cost?'),
  input(4, 'Bye', 'Thank you!'),
]

const read = (name: string, content: string | Buffer) =>
  openFound(folder.reader, testOutputRows, folder.file(name, content))
const csv = (rows: Parameters<typeof toCsv>[0]) => read('outputs.csv', toCsv(rows))

/** Matches with the guess of the preview. */
function match(table: OutputTable, choice: Partial<OutputChoice> = {}, other = new Map<number, string>()) {
  const { guess } = previewOutputs(table, inputs)
  const columns = { input: guess.input ?? -1, output: guess.output ?? -1, milliseconds: guess.milliseconds }
  return matchOutputs(table, inputs, { ...columns, model: null, ...choice }, other)
}

const answers = (table: OutputTable) =>
  match(table).outputs.map(({ inputId, text, milliseconds }) => [inputId, text, milliseconds])

describe('a file of outputs', () => {
  it('is looked into: columns, what they hold, and the models it names', async () => {
    const table = await csv([
      { prompt: 'Can I renew early?', model: 'A', output: 'Yes', ms: 1200 },
      { prompt: 'Can I renew early?', model: 'B', output: 'No', ms: 900 },
      { prompt: 'Can I get a refund?', model: 'B', output: 'No', ms: 800 },
    ])
    expect(previewOutputs(table, inputs)).toEqual({
      ...{ format: 'csv', encoding: 'UTF-8', delimiter: ',', dateOrder: 'day-first', dates: [] },
      toCheck: { count: 0, first: [] },
      examples: [
        { row: 2, cells: ['Can I renew early?', 'A', 'Yes', '1200'], days: [] },
        { row: 3, cells: ['Can I renew early?', 'B', 'No', '900'], days: [] },
        { row: 4, cells: ['Can I get a refund?', 'B', 'No', '800'], days: [] },
      ],
      rivals: null,
      sheets: [],
      found: { headerRows: [1], left: [] },
      columns: [
        {
          index: 0,
          name: 'prompt',
          samples: ['Can I renew early?', 'Can I renew early?', 'Can I get a refund?'],
          filled: 3,
        },
        { index: 1, name: 'model', samples: ['A', 'B', 'B'], filled: 3 },
        { index: 2, name: 'output', samples: ['Yes', 'No', 'No'], filled: 3 },
        { index: 3, name: 'ms', samples: ['1200', '900', '800'], filled: 3 },
      ],
      rowCount: 3,
      models: [
        { name: 'B', rows: 2 },
        { name: 'A', rows: 1 },
      ],
      guess: { input: 0, output: 2, model: 1, milliseconds: 3 },
    })
    expect(match(table, { model: { column: 1, is: 'B' } })).toEqual({
      outputs: [
        { inputId: 101, row: 3, text: 'No', milliseconds: 900 },
        { inputId: 102, row: 4, text: 'No', milliseconds: 800 },
      ],
      repeats: 0,
      missing: ['Price', 'Bye'],
      problems: [],
      warning: null,
    })
  })

  it.each([
    ['text, however it is spaced', 'input', ' Can I\nrenew  early? ', '"What does it cost?"'],
    ['name, in any case', 'Question', 'RENEWAL', 'price'],
    ['a slug that is its name', 'slug', 'renewal', 'Price'],
    ['number', 'Number', '1', '3'],
  ])('gives outputs by %s', async (_, column, one, three) => {
    const table = await csv([
      { [column]: three.replaceAll('"', ''), answer: ' It is 9. ', latency: '' },
      { [column]: one, answer: 'Yes', latency: '1,250.5' },
    ])
    expect(answers(table)).toEqual([
      [101, 'Yes', 1250.5],
      [103, ' It is 9. ', null],
    ])
  })

  it('never takes an id that is a number for the number of an input', async () => {
    const table = await csv([{ prompt: '1', slug: 'Price', output: 'It is 9.' }])
    expect(previewOutputs(table, inputs).guess.input).toBe(1)
    expect(match(table, { input: 0 })).toMatchObject({
      outputs: [],
      problems: [{ row: 2, column: 'prompt', reason: '"1" is none of the standard inputs.', kept: false }],
    })
  })

  it('gives nothing by a name or a text that two inputs share', async () => {
    const twins = [input(1, 'Same', 'a'), input(2, 'same', 'b'), input(3, 'C', 'c')]
    const table = await csv([
      { input: 'Same', output: 'x' },
      { input: 'b', output: 'y' },
    ])
    const { outputs, problems } = matchOutputs(table, twins, {
      input: 0,
      output: 1,
      milliseconds: null,
      model: null,
    })
    expect(outputs.map(({ inputId, text }) => [inputId, text])).toEqual([[102, 'y']])
    expect(problems.map(({ reason }) => reason)).toEqual(['"Same" is none of the standard inputs.'])
  })

  it('keeps the good rows and lists the others by row and reason', async () => {
    const table = await csv([
      { input: 'Renewal', output: 'Yes', ms: 'fast' },
      { input: 'Weather', output: 'Sunny', ms: '' },
      { input: '', output: 'Lost', ms: '' },
      { input: 'Renewal', output: 'No', ms: '' },
      { input: 'Refund', output: ' ', ms: '' },
      { input: 'Refund', output: '#N/A', ms: '' },
      { input: 'Price', output: 'x'.repeat(2_000_001), ms: '' },
      { input: 'Refund', output: 'At last', ms: '-3' },
    ])
    const { outputs, repeats, missing, problems } = match(table, { milliseconds: 2 })
    expect(repeats).toBe(1)
    expect(outputs).toEqual([
      { inputId: 101, row: 2, text: 'Yes', milliseconds: null },
      { inputId: 102, row: 9, text: 'At last', milliseconds: null },
    ])
    expect(missing).toEqual(['Price', 'Bye'])
    expect(problems.map(({ row, column, kept, reason }) => [row, column, kept, reason])).toEqual([
      [2, 'ms', true, '"fast" is not a number of milliseconds, so the output was kept without it.'],
      [3, 'input', false, '"Weather" is none of the standard inputs.'],
      [4, 'input', false, 'It does not say which input it is for, so the row was left out.'],
      [5, 'input', false, 'A second output for "Renewal". The one in row 2 counts.'],
      [6, 'output', false, 'The output for "Refund" is empty.'],
      [7, 'output', false, '"#N/A" is an error of the spreadsheet, not an output.'],
      [8, 'output', false, 'The output has 2,000,001 characters; the most is 2,000,000.'],
      [9, 'ms', true, '"-3" is not a number of milliseconds, so the output was kept without it.'],
    ])
  })

  it('is sorted by what the side has for each input', async () => {
    const outputs = inputs.map(({ id }, n) => ({
      inputId: id,
      row: n + 2,
      text: `Answer ${n}\r\n`,
      milliseconds: n,
    }))
    const here = new Map([
      [102, { text: 'Answer 1', milliseconds: null }],
      [103, { text: 'Answer 2', milliseconds: 9 }],
      [104, { text: 'Another answer', milliseconds: null }],
    ])
    const sorted = Object.entries(sortOutputs(outputs, here))
    expect(sorted.map(([as, of]) => [as, ...of.map(({ inputId }) => inputId)])).toEqual([
      ['fresh', 101],
      ['timed', 102],
      ['same', 103],
      ['other', 104],
    ])
  })

  const same = 'These look like the outputs of the other side. Check the model and the side you chose.'
  it.each([
    [1, null],
    [2, same],
    [4, same],
  ])(
    'that says the same as the other side for %i of 4 inputs is warned about: %s',
    async (count, warning) => {
      const table = await csv(inputs.map(({ name }, n) => ({ input: name, output: `Answer ${n}` })))
      const other = new Map(inputs.map(({ id }, n) => [id, n < count ? `Answer ${n}\n` : 'Something else']))
      expect(match(table, {}, other)).toMatchObject({ missing: [], warning })
    },
  )

  it('is refused when it is empty, when a column is not there, and for a model it does not name', async () => {
    expect(await refusalOf(() => read('outputs.csv', 'input,output\n'))).toMatch(/no outputs\.$/)
    expect(await refusalOf(() => read('outputs.md', '# Title\n\nText'))).toBe(
      '"outputs.md" is not a table. Save it as CSV, .xlsx or JSONL and choose that file.',
    )
    const table = await csv([{ input: 'Renewal', output: 'Yes' }])
    const refused = (choice: Partial<OutputChoice>) => refusalOf(async () => match(table, choice))
    expect(await refused({ output: 7 })).toBe('The file has no such column. Choose the columns again.')
    expect(await refused({ output: 0 })).toBe(
      'Choose one column for the input and another one for the output.',
    )
    expect(await refused({ model: { column: 1, is: 'GPT' } })).toBe(
      'No row of the file is of "GPT". Choose another model.',
    )
  })
})

describe('the sheet to fill in', () => {
  const options = {
    title: 'Outputs',
    company: 'Fjord',
    createdAt: '2026-11-21T09:30:00Z',
    zone: 'Europe/Oslo',
  }
  const odd = [
    input(1, 'Formula', '=1+1'),
    input(2, 'Lines', 'One\r\ntwo \u0007 _x000D_'),
    input(3, 'Long', 'word '.repeat(8_000)),
    input(4, '2', '007'),
  ]

  async function sheetOf(of: readonly MatchedInput[], side: 'current' | 'candidate' = 'candidate') {
    const path = temporaryPath()
    await writeWorkbook(path, [outputsSheet(of, side, 'claude-opus-5')], options)
    return path
  }
  /** What a colleague sends back: every output typed in. */
  async function filledIn(of: readonly MatchedInput[]) {
    const path = temporaryPath()
    const sheet = outputsSheet(of, 'candidate', 'claude-opus-5')
    const rows = of.map(({ position, name, text }) => ({
      ...{ number: position, name, input: text },
      output: `Answer ${position}`,
    }))
    await writeWorkbook(path, [{ ...sheet, rows }], options)
    return openFound(folder.reader, testOutputRows, { path, name: 'outputs.xlsx' })
  }

  it('holds number, name and input as text, and an empty cell for the output', async () => {
    const path = await sheetOf(odd)
    const [sheet] = (await readBack(path)).sheets
    expect(sheet?.rows[0]?.[0]).toBe('Outputs of claude-opus-5 (candidate)')
    expect(sheet?.rows[2]?.[0]).toBe(
      'Cut, since a cell holds no more: input 3. Copy the whole text from Evenkeel.',
    )
    expect(sheet?.rows[3]).toEqual(['Number', 'Name', 'Input', 'Output'])
    expect(sheet?.rows[4]?.slice(0, 3)).toEqual([1, 'Formula', '=1+1'])
    expect(sheet?.rows[7]?.slice(0, 3)).toEqual([4, '2', '007'])
    rmSync(path)
  })

  it('comes back by text, even where a cell was too small', async () => {
    const table = await filledIn(odd)
    const { guess } = previewOutputs(table, odd)
    expect(guess).toEqual({ input: 2, output: 3, model: null, milliseconds: null })
    const { outputs, missing, problems } = matchOutputs(table, odd, {
      ...{ input: 2, output: 3, milliseconds: null, model: null },
    })
    expect({ missing, problems }).toEqual({ missing: [], problems: [] })
    expect(outputs.map(({ inputId, text }) => [inputId, text])).toEqual(
      odd.map(({ id, position }) => [id, `Answer ${position}`]),
    )
  })

  it('of another test gives nothing by its numbers', async () => {
    const table = await filledIn(inputs.map((one) => ({ ...one, name: `Other ${one.position}` })))
    const choice = { input: 0, output: 3, milliseconds: null, model: null }
    const { outputs, problems } = matchOutputs(table, inputs, choice)
    expect(outputs).toEqual([])
    expect(problems[0]?.reason).toBe('Input 1 is "Renewal" here, not "Other 1".')
  })
})

describe('the shared answers of many models', () => {
  it('are matched with the shared prompts, for two models', async ({ skip }) => {
    const [results, prompts] = [sharedFile('model-results.jsonl'), sharedFile('model-prompts.jsonl')]
    if (results === null || prompts === null) return skip('The shared files are not beside the checkout.')
    const asked = await folder.reader.table({ path: prompts, name: 'prompts.jsonl' }, { withJson: true })
    const [text, slug] = [asked.columns.indexOf('text'), asked.columns.indexOf('slug')]
    const all = asked.rows.map(({ cells }, n) => input(n + 1, cells[slug] ?? '', cells[text] ?? ''))
    const table = await openFound(folder.reader, testOutputRows, { path: results, name: 'results.jsonl' })
    const { guess, models, rowCount } = previewOutputs(table, all)
    const named = (column: number | null) => table.columns[column ?? -1]?.name
    expect([rowCount, named(guess.input), named(guess.output), named(guess.model)]).toEqual([
      ...[1133, 'slug', 'result', 'name'],
    ])
    expect(named(guess.milliseconds)).toBe('duration')
    expect(models).toContainEqual({ name: 'GPT 4', rows: 19 })
    const outputsOf = (is: string, other = new Map<number, string>()) => {
      const { input = 0, output = 0, model = 0, milliseconds } = { ...guess } as Record<string, number>
      const choice = { input, output, milliseconds: milliseconds ?? null, model: { column: model, is } }
      return matchOutputs(table, all, choice, other)
    }
    const current = outputsOf('GPT 3.5 Turbo')
    const others = new Map(current.outputs.map(({ inputId, text }) => [inputId, text]))
    const candidate = outputsOf('GPT 4', others)
    for (const side of [current, candidate]) {
      expect(side).toMatchObject({ missing: [], problems: [], warning: null })
      expect(side.outputs).toHaveLength(19)
      expect(side.outputs.every(({ milliseconds }) => (milliseconds ?? 0) > 0)).toBe(true)
    }
    expect(outputsOf('GPT 3.5 Turbo', others).warning).toMatch(/^These look like/)
  })
})
