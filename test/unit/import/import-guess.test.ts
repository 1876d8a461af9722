import { afterAll, describe, expect, it } from 'vitest'
import { createImportFolder } from '../../helpers/import-files.ts'

const folder = createImportFolder()
afterAll(folder.remove)

const value: Record<string, string> = {
  text: 'We are sorry to hear that, and here is what we do next.',
  short: 'Where is my order?',
  date: '2026-03-04',
  number: '42',
  minutes: '6.5',
  score: '4',
  name: 'Ana Ito',
  id: 'T-17',
  flag: 'yes',
  label: 'billing',
  offset: '26',
  duration: '6837.0',
}

/** "header:kind" pairs to the guess, as { field: header }. */
async function guessOf(...columns: string[]) {
  const pairs = columns.map((column) => column.split(':'))
  const row = pairs.map(([, kind]) => `"${value[kind ?? ''] ?? ''}"`).join(';')
  const preview = await folder.preview(
    folder.file('a.csv', `${pairs.map(([name]) => name).join(';')}\n${row}\n${row}\n`),
  )
  return Object.fromEntries(Object.entries(preview.guess).map(([field, index]) => [field, pairs[index]?.[0]]))
}

describe('the guess of columns', () => {
  it.each<[string[], Record<string, string>]>([
    [
      ['instruction:short', 'response:text', 'intent:label', 'start_offset:offset'],
      { request: 'instruction', aiText: 'response' },
    ],
    [
      ['id:id', 'request:short', 'ai_output:text', 'final_version:text', 'score_after:score'],
      { externalId: 'id', request: 'request', aiText: 'ai_output', finalText: 'final_version' },
    ],
    [
      ['id:id', 'result:text', 'duration:duration', 'rate:minutes', 'prompt:number'],
      { externalId: 'id', aiText: 'result' },
    ],
    [
      [
        'Antwort:text',
        'Endfassung:text',
        'Anfrage:short',
        'Datum:date',
        'Bearbeiter:name',
        'Korrekturminuten:minutes',
        'Zufriedenheit:score',
      ],
      {
        aiText: 'Antwort',
        finalText: 'Endfassung',
        request: 'Anfrage',
        occurredOn: 'Datum',
        person: 'Bearbeiter',
        editMinutes: 'Korrekturminuten',
        satisfaction: 'Zufriedenheit',
      },
    ],
    [
      ['Final Response:text', 'AI Response:text', 'sent_at:date', 'sent_by:name'],
      { finalText: 'Final Response', aiText: 'AI Response', occurredOn: 'sent_at', person: 'sent_by' },
    ],
    [
      ['aiDraft:text', 'edited:flag', 'createdAt:date', 'editMinutes:minutes', 'csat:score'],
      { aiText: 'aiDraft', occurredOn: 'createdAt', editMinutes: 'editMinutes', satisfaction: 'csat' },
    ],
    [
      ['draft:text', 'corrected:text', 'reviewer:name', 'rating:score'],
      { aiText: 'draft', finalText: 'corrected', person: 'reviewer', satisfaction: 'rating' },
    ],
    [['a:label', 'b:text', 'c:date'], { aiText: 'b', occurredOn: 'c' }],
    [['response:text', 'minutes:label', 'rating:number', 'date:label'], { aiText: 'response' }],
    [['user_id:id', 'entity_id:id', 'answer:text', 'response_time:minutes'], { aiText: 'answer' }],
  ])('reads %j', async (columns, guess) => {
    expect(await guessOf(...columns)).toEqual(guess)
  })

  it.each([
    [['03/04/2026', '25/04/2026'], 'day-first'],
    [['03/04/2026', '04/25/2026'], 'month-first'],
    [['03/04/2026', '05/06/2026'], 'day-first'],
  ])('finds the order of day and month in %j', async (dates, order) => {
    const rows = dates.map((date) => `Dear Ms Ito,${date}\n`).join('')
    expect((await folder.preview(folder.file('a.csv', `answer,date\n${rows}`))).dateOrder).toBe(order)
  })
})

describe('the column of IDs', () => {
  const answer = (n: number) => `Dear customer ${n}, we are sorry to hear that.`
  const guessedAs = async (name: string, ids: readonly string[]) => {
    const rows = ids.map((id, n) => `${id};${answer(n)}\n`).join('')
    return (await folder.preview(folder.file('ids.csv', `${name};AI reply\n${rows}`))).guess.externalId
  }

  it.each([
    ['Report ID', ['4711', '4715', '4720']],
    ['Case no', ['88', '91', '95']],
    ['Report #', ['88', '91', '95']],
    ['Auftrags-Nr.', ['88', '91', '95']],
    ['shift_report_id', ['a-1', 'a-2', 'a-3']],
    ['Whatever', ['SR-4711', 'SR-4715', 'SR-4720']],
  ])('is known by its name or its values: %s', async (name, ids) => {
    expect(await guessedAs(name, ids)).toBe(0)
  })

  it.each([
    ['that does not tell the rows apart', 'Report ID', ['4711', '4711', '4720']],
    ['with a row that has none', 'Report ID', ['4711', '', '4720']],
    ['that counts the rows', 'Report no', ['1', '2', '3']],
    ['that counts the rows from 0', 'Report no', ['0', '1', '2']],
    ['of customers', 'Customer ID', ['C-1', 'C-2', 'C-3']],
    ['of customers, in one word', 'Kunden-Nr.', ['88', '91', '95']],
    ['that holds times', 'Latency', ['340ms', '290ms', '511ms']],
    ['that holds days', 'Whatever', ['2026-03-04', '2026-03-05', '2026-03-06']],
    ['that holds amounts', 'Whatever', ['88', '91', '95']],
  ])('is none %s', async (_, name, ids) => {
    expect(await guessedAs(name, ids)).toBeUndefined()
  })
})

describe('the question which column is meant', () => {
  it.each<[string, string[], string[] | null]>([
    ['is not asked where a name says it', ['AI reply:text', 'Remark:text'], null],
    ['is not asked where only one is a text', ['Column 1:text', 'Column 2:label', 'Column 3:date'], null],
    ['is not asked where the other is something else', ['Question:short', 'Column 2:text'], null],
    ['is asked where no name says it', ['Column 1:text', 'Column 2:text'], ['Column 1', 'Column 2']],
    ['is asked between names as strong', ['Response:text', 'Output:text'], ['Output', 'Response']],
    ['is not asked of a note beside it', ['Response:text', 'Text:text'], null],
  ])('%s', async (_, columns, asked) => {
    const names = columns.map((column) => column.split(':')[0])
    const row = columns.map((column) => value[column.split(':')[1] ?? '']).join(';')
    const { rivals } = await folder.preview(folder.file('b.csv', `${names.join(';')}\n${row}\n${row}\n`))
    expect(rivals?.map((index) => names[index]) ?? null).toEqual(asked)
  })
})
