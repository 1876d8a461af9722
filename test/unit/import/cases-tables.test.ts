import { existsSync } from 'node:fs'
import { afterAll, expect, it } from 'vitest'
import { createImportFolder } from '../../helpers/import-files.ts'

const folder = createImportFolder()
afterAll(folder.remove)

const cases = new URL('../../../../shared/data/cases/', import.meta.url)
const isPresent = existsSync(cases)
const read = (name: string) => folder.read({ path: new URL(name, cases).pathname, name })

it.skipIf(isPresent)(
  'tables are absent: ../shared/data/cases is not there, so they are not read',
  () => undefined,
)

it.skipIf(!isPresent).each<[string, string[]]>([
  ['dates-written-at.csv', ['2026-03-11', '2026-03-12', '2026-03-13', '2026-03-14', '2026-03-15']],
  ['jira-dates.csv', ['2026-03-11', '2026-03-12', '2026-03-13', '2026-03-14', '2026-03-15']],
  ['google-form-ambiguous.csv', ['2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07']],
  ['title-above-header.csv', ['2026-03-11', '2026-03-12', '2026-03-13', '2026-03-14', '2026-03-15']],
  ['utf8-one-stray-latin1-byte.csv', ['2026-03-11', '2026-03-12', '2026-03-13', '2026-03-14', '2026-03-15']],
  ['xlsx-shared-formula.xlsx', ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05']],
  ['xlsx-title-above-header.xlsx', ['2026-03-04', '2026-03-07', '2026-03-08', '2026-03-09']],
])('%s gives its days', async (name, days) => {
  expect((await read(name)).rows.map(({ occurredOn }) => occurredOn)).toEqual(days)
})

it.skipIf(!isPresent)('workbooks give their texts, minutes and requests', async () => {
  const shared = (await read('xlsx-shared-formula.xlsx')).rows
  expect(shared.map(({ finalText, editMinutes }) => [finalText, editMinutes])).toEqual(
    [2, 3, 4, 5, 6].map((n) => [`Parcel number ${n} left our warehouse on Monday.`, n + 0.5]),
  )
  const prefixed = (await read('xlsx-prefixed-xml.xlsx')).rows
  expect(prefixed.map(({ request }) => request)).toEqual(['Question 2', 'Question 3', 'Question 4'])
})

it.skipIf(!isPresent)('forms and tickets give what is about editing, and nothing else', async () => {
  const form = (await read('google-form.csv')).rows
  expect(form.map((row) => [row.request, row.editMinutes, row.satisfaction])[0]).toEqual([
    'Where is my parcel 4411?',
    3,
    3,
  ])
  expect((await read('zendesk-tickets.csv')).rows.map(({ editMinutes }) => editMinutes)).toEqual(
    Array(4).fill(null),
  )
})
