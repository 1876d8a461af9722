import { execFileSync } from 'node:child_process'
import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../helpers/test-app.ts'
import { inlineRow, rawWorkbook } from '../helpers/workbook.ts'
import { makeZip } from '../helpers/zip.ts'
import { conclude, options } from './harness.ts'

/**
 * Files that hold too much, each looked at in a process of its own: refused with a sentence, within two seconds of
 * processor time and 256 MB of memory. A workbook's rows have to be read to be counted, which may take ten (ADR
 * 0021). The control is a file just within the bounds; it must be accepted and cost more.
 */

const { only } = options(1)
const folder = temporaryFolder()
const child = join(import.meta.dirname, 'bounds-child.ts')
const most = { seconds: 2, megabytes: 256 }
const sentence = 'Dear Ms Ito, thank you for the order of the day. '
const rows = (count: number, of: (index: number) => string, between = '\n') =>
  Array.from({ length: count }, (_, index) => of(index)).join(between)
const asJson = (id: number) => JSON.stringify({ id, answer: sentence.repeat(11) })
const wideRow = (index: number, times: number) =>
  inlineRow(
    index + 1,
    Array.from({ length: 12 }, (_, column) => `${column} ${index} ${sentence.repeat(times)}`),
  )

type Made = [what: string, name: string, make: () => string | Buffer, words: RegExp, seconds?: number]
const tooMuch: readonly Made[] = [
  [
    'rows of a CSV',
    'a.csv',
    () => `id,answer\n${rows(100_001, (id) => `${id},${sentence.repeat(12)}`)}`,
    /rows/,
  ],
  ['30 MB of quotation marks', 'a.csv', () => `id,answer\n${'"'.repeat(30e6)}`, /longer than/],
  [
    'a quotation mark that stays open',
    'a.csv',
    () => `a,b\n1,"${`${sentence}\n`.repeat(1_200_000)}`,
    /never closed/,
  ],
  ['lines of a JSONL', 'a.jsonl', () => rows(100_001, asJson), /rows/],
  ['objects of a JSON', 'a.json', () => `[${rows(100_001, asJson, ',')}]`, /rows/],
  ['300,000 headings', 'a.md', () => '# A heading\ntext\n'.repeat(300_000), /headings/],
  [
    'rows of a workbook',
    'a.xlsx',
    () => rawWorkbook({ A: rows(100_002, (at) => wideRow(at, 1), '') }),
    /rows/,
    10,
  ],
  [
    'a workbook of 360 MB',
    'a.xlsx',
    () => rawWorkbook({ A: rows(90_000, (at) => wideRow(at, 6), '') }),
    /unpacks to/,
  ],
  [
    'a chat export of 77 MB',
    'a.zip',
    () =>
      makeZip([
        {
          name: 'conversations.json',
          data: `[${rows(140_000, (id) => `${Math.sin(id)}${asJson(id)}`, ',')}]`,
        },
      ]),
    /unpacks to/,
  ],
]

type Seen = { sentence: string; seconds: number; megabytes: number }

function lookAt(path: string, name: string): Seen {
  return JSON.parse(execFileSync(process.execPath, [child, path, name], { encoding: 'utf8' })) as Seen
}

const failures: string[] = []
const table: Record<string, Seen> = {}

function tryOne(what: string, seen: Seen, words: RegExp, seconds: number) {
  table[what] = seen
  if (!words.test(seen.sentence)) failures.push(`${what}: says “${seen.sentence}”`)
  if (seen.seconds > seconds || seen.megabytes > most.megabytes)
    failures.push(`${what}: ${seen.seconds} s and ${seen.megabytes} MB`)
}

for (const [what, name, make, words, seconds = most.seconds] of tooMuch.filter(([each]) =>
  each.includes(only),
)) {
  const path = join(folder, name)
  writeFileSync(path, make())
  tryOne(what, lookAt(path, name), words, seconds)
}
const huge = join(folder, 'huge.csv')
writeFileSync(huge, '')
truncateSync(huge, 4e9)
tryOne('a file of 4 GB', lookAt(huge, 'huge.csv'), /the most is/, most.seconds)

const within = join(folder, 'within.json')
writeFileSync(within, `[${rows(99_000, asJson, ',')}]`)
const control = lookAt(within, 'within.json')
conclude({
  ...{ promise: 'rel:bounds', cases: Object.keys(table).length, failures, table: { ...table, control } },
  control: {
    what: `a file within the bounds takes ${control.megabytes} MB`,
    seen: Number(control.sentence === 'accepted' && control.megabytes > most.megabytes),
  },
})
