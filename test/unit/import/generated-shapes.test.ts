import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { createImportFolder } from '../../helpers/import-files.ts'
import {
  csvText,
  type Dialect,
  depths,
  dialects,
  type Encoding,
  encodings,
  escaped,
  type Naming,
  namings,
  recordHabits,
  type WorkbookHabit,
  type Written,
  workbookHabits,
  workbookOf,
} from '../../helpers/table-writers.ts'

const folder = createImportFolder()
afterAll(folder.remove)

/** 10,000 tables in all in `npm run test:deep`. */
const full = { csv: 5_000, xlsx: 2_000, json: 3_000 }
const isDeep = process.env.MODE === 'deep'
const runs = (count: number) => (isDeep ? count : count / 50)
/** Milliseconds; thousands of files take as long as they take. */
const patience = { timeout: isDeep ? 3_600_000 : 120_000 }

const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>) =>
  fc.constantFrom(...(Object.keys(record) as Key[]))
const word = fc.constantFrom(
  ...[
    'chair',
    'Größe',
    'naïve',
    'refund',
    'T-12',
    '30',
    'déjà',
    '"soon"',
    'we’ll',
    '“yes”',
    'a|b',
    'x;y',
    '€5',
    'R&D',
  ],
  ...['user:', 'total', 'x<y', '#3', '=2+2', "don't", '{a}', '[b]', 'à', 'http://a.example/?q=1&r=2'],
)
const between = fc.constantFrom(' ', ' ', ' ', ', ', '. ', '\n', ' – ', '\n\n', '; ')
const prose = fc
  .array(fc.tuple(word, between), { minLength: 6, maxLength: 14 })
  .map((parts) => `We ${parts.flat().slice(0, -1).join('')} indeed.`)
const row = fc.record({
  request: prose,
  text: prose,
  final: prose,
  minutes: fc.integer({ min: 1, max: 120 }),
})
const tables = fc.array(row, { minLength: 1, maxLength: 7 }).map((rows) =>
  rows.map(
    (each, at): Written => ({
      ...each,
      id: `T-${at + 101}`,
      day: `2026-03-${String(((at * 4) % 27) + 1).padStart(2, '0')}`,
      // A text of its own in every row, so that none is one of the others.
      text: `${each.text} (${at})`,
      minutes: String(each.minutes / 2),
    }),
  ),
)

async function expectRead(rows: readonly Written[], name: string, content: string | Buffer) {
  const { rows: read, problems } = await folder.read(folder.file(name, content))
  expect(problems).toEqual([])
  expect(
    read.map(({ externalId, occurredOn, request, aiText, finalText, editMinutes }) => ({
      ...{ id: externalId, day: occurredOn, request, text: aiText, final: finalText },
      minutes: String(editMinutes),
    })),
  ).toEqual(rows)
}

describe('one table of outputs, however it is written, reads back the same', () => {
  it('as CSV of eight dialects and six encodings', patience, async () => {
    await fc.assert(
      fc.asyncProperty(
        ...([
          tables,
          keysOf<Naming>(namings),
          keysOf<Dialect>(dialects),
          keysOf<Encoding>(encodings),
        ] as const),
        (rows, naming, dialect, encoding) =>
          expectRead(rows, 'a.csv', encodings[encoding](csvText(rows, naming, dialect))),
      ),
      { numRuns: runs(full.csv), seed: 20261128 },
    )
  })

  it('as a workbook with the habits of four writers', patience, async () => {
    await fc.assert(
      fc.asyncProperty(
        ...([tables, keysOf<Naming>(namings), keysOf<WorkbookHabit>(workbookHabits)] as const),
        (rows, naming, habit) => expectRead(rows, 'a.xlsx', workbookOf(rows, naming, habit)),
      ),
      { numRuns: runs(full.xlsx), seed: 20261128 },
    )
  })

  it('as JSON at five depths, with roles, HTML and escapes', patience, async () => {
    const json = fc.record({ depth: keysOf(depths), habit: keysOf(recordHabits), isEscaped: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(tables, keysOf<Naming>(namings), json, (rows, naming, { depth, habit, isEscaped }) => {
        const list = rows.map((each) => recordHabits[habit]?.(each, naming))
        const text = JSON.stringify(depths[depth]?.(list))
        return expectRead(rows, 'a.json', isEscaped ? escaped(text) : text)
      }),
      { numRuns: runs(full.json), seed: 20261128 },
    )
  })
})
