import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { afterAll, expect, it } from 'vitest'
import { checksFailedBy, editingOf } from '../../../electron/core/heavy/heavy.ts'
import { createImportReader } from '../../../electron/core/import/reader.ts'
import { importWorkerUrl } from '../../../electron/core/import/worker-url.ts'
import { measures } from '../../../shared/domain/figures/measures/index.ts'
import { failedChecks } from '../../../shared/domain/model-tests/output-checks.ts'

const folder = mkdtempSync(join(tmpdir(), 'evenkeel-bounds-'))
const reader = createImportReader({ workerUrl: importWorkerUrl })
afterAll(() => rmSync(folder, { recursive: true }))

const MB = 1024 * 1024
const many = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n')

/** Processor time of all threads in milliseconds, which a busy machine does not draw out, and what was said. */
async function cost(act: () => Promise<unknown>) {
  const before = process.cpuUsage()
  const said = await act().then(
    (value) => value,
    (error: Error) => error.message,
  )
  const { user, system } = process.cpuUsage(before)
  return { said, milliseconds: (user + system) / 1000 }
}

const source = (name: string, content: string) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return { path, name }
}

it.each([
  ['30 MB of quotation marks', 'a.csv', '"'.repeat(30 * MB), 'never closed|longer than'],
  [
    'a mark that opens and never closes',
    'b.csv',
    `id,answer\n1,"${'two words '.repeat(3 * MB)}`,
    'row 2 .*never closed',
  ],
  ['30 MB in one row', 'c.csv', `id,answer\n${'"a""b",'.repeat(4 * MB)}`, 'row 2 is longer than'],
  [
    'more than 100,000 rows',
    'd.csv',
    `id,answer\n${many(160_000, (i) => `${i},An answer to request ${i}`)}`,
    'more than 100,000 rows',
  ],
])('%s are refused in two seconds, with what to do', async (_case, name, content, sentence) => {
  const file = source(name, content)
  const { said, milliseconds } = await cost(() => reader.preview([file]))
  expect(said).toMatch(new RegExp(sentence))
  expect(milliseconds).toBeLessThan(4000)
})

it('300,000 headings are refused in two seconds, with what to do', async () => {
  const file = source(
    'e.md',
    many(300_000, (i) => `# Heading\n\ntext ${i}\n`),
  )
  const { said, milliseconds } = await cost(() => reader.sections(file))
  expect(said).toBe(
    '"e.md" has 300,000 headings; the most is 2,000. Choose the document your Foundation is in, or split it.',
  )
  expect(milliseconds).toBeLessThan(4000)
})

/** For how long this thread could do nothing else, in milliseconds. */
async function busyWith(act: () => Promise<unknown>): Promise<number> {
  const before = performance.eventLoopUtilization()
  await act()
  return performance.eventLoopUtilization(before).active
}

const words = (step: number) => many(16_500, (i) => `w${(i * step * 7919) % 5003}`)
const pair = { aiText: words(1), finalText: words(3), editMinutes: null, byHandMinutes: null }

it('a pair of 95,000 characters is compared without holding anybody up', async () => {
  const busy = await busyWith(async () => {
    expect(await editingOf('text', pair)).toEqual(expect.objectContaining({ wordsLonger: 16_500 }))
  })
  const inPlace = await busyWith(async () => void measures.text.compute(pair))
  expect(inPlace).toBeGreaterThan(100)
  expect(busy).toBeLessThan(inPlace / 5)
})

it('eleven patterns in 200,000 characters are looked for without holding anybody up', async () => {
  const text = 'ab '.repeat(67_000)
  const checks = many(11, (i) => `(?i)(ab .{0,50}){2}${i}q`)
    .split('\n')
    .map((value) => ({ kind: 'matches', value }) as const)
  const busy = await busyWith(async () => {
    expect(await checksFailedBy(text, checks)).toHaveLength(11)
  })
  const inPlace = await busyWith(async () => void failedChecks(text, checks))
  expect(inPlace).toBeGreaterThan(100)
  expect(busy).toBeLessThan(inPlace / 5)
})
