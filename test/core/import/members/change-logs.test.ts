import { afterAll, beforeAll, expect, it } from 'vitest'
import type { LogField } from '../../../../shared/contract/changes.ts'
import { createTestApp, type TestApp } from '../../../helpers/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.dispose())

/** The columns of change logs as others keep them, in the order of the fields they hold; "-" where one holds none. */
it.each<[string, string, string]>([
  [
    'of a tracker',
    'When,System,Area,Change made,Reason for change,Requested by,Sign-off,Error rate before,Error rate after',
    'onDate,workflow,kind,what,why,decidedBy,approvedBy,before,after',
  ],
  [
    'in German',
    'Datum,Ablauf,Was wurde angepasst,Warum,Verantwortliche Person,Freigegeben durch,Fehlerquote vorher,Fehlerquote nachher',
    'onDate,workflow,what,why,decidedBy,approvedBy,before,after',
  ],
  [
    'with an ID and a baseline',
    'Change ID,Effective date,Workflow,Details,Why we did it,Author,Approver,Baseline,New rate',
    '-,onDate,workflow,what,why,decidedBy,approvedBy,before,after',
  ],
  [
    'of releases',
    'Version,Released,Title,Notes,Owner,Edit rate (before),Edit rate (after),Approved?',
    '-,onDate,what,why,decidedBy,before,after,approvedBy',
  ],
  [
    'with the wording before and after beside the quality',
    'Date of change,Prompt before,Prompt after,What changed,Quality score (before),Quality score (after),Changed by,OK by',
    'onDate,from,to,what,before,after,decidedBy,approvedBy',
  ],
])('a change log %s is understood', async (_, header, fields) => {
  const names = header.split(',')
  const known = fields.split(',')
  const cells: Readonly<Record<string, string>> = { onDate: '2026-03-12', before: '22%', after: '14%' }
  const row = known.map((field) => cells[field] ?? 'Shorter greeting')
  const fileId = await app.upload('log.csv', `${header}\n${row.join(',')}\n`)
  const { guess } = await app.client.changes.previewLog({ fileId })
  const expected = known.flatMap((field, index) => (field === '-' ? [] : [[field as LogField, names[index]]]))
  expect(Object.fromEntries(Object.entries(guess).map(([field, index]) => [field, names[index]]))).toEqual(
    Object.fromEntries(expected),
  )
})
