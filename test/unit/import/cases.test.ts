import { existsSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { createImportFolder } from '../../helpers/import-files.ts'

const folder = createImportFolder()
afterAll(folder.remove)

const cases = new URL('../../../../shared/data/cases/', import.meta.url)
const isPresent = existsSync(cases)
const read = async (name: string) => {
  const { rows, problems } = await folder.read({ path: new URL(name, cases).pathname, name })
  return { rows, problems }
}

const asked = [
  'Where is my parcel 4411?',
  'Can I change the delivery address?',
  'Do you ship to Norway?',
  'My invoice shows the wrong VAT number.',
]
const drafts = [
  'Your parcel 4411 left our warehouse yesterday and should arrive on Thursday.',
  'Yes, you can change the address until the parcel is handed to the carrier.',
  'We ship to Norway twice a week; customs adds about two days.',
  'I have corrected the VAT number and sent you a new invoice.',
]
const finals = [
  'Your parcel 4411 left our warehouse on Monday and will arrive by Thursday.',
  'Yes, until the carrier has the parcel you can change the address yourself.',
  'We ship to Norway twice a week. Customs adds two days.',
  'The VAT number is corrected and the new invoice is on its way to you.',
]

describe('exports as they are in the wild', () => {
  it.skipIf(isPresent)('are absent: ../shared/data/cases is not there, so they are not read', () => undefined)

  it.skipIf(!isPresent).each<[string, boolean, boolean]>([
    ['chat-role-lines.jsonl', true, false],
    ['intercom-conversations.json', true, false],
    ['label-studio-textarea.json', true, true],
    ['langfuse-traces.csv', true, false],
    ['openai-batch-output.jsonl', false, false],
    ['promptfoo-results.json', true, false],
    ['promptfoo-results.csv', true, false],
    ['python-nan.jsonl', true, false],
    ['zendesk-tickets.csv', false, true],
  ])('%s gives the outputs of the AI with what they answered', async (name, hasRequest, hasFinal) => {
    const { rows, problems } = await read(name)
    expect(problems).toEqual([])
    expect(rows.map((row) => row.aiText)).toEqual(drafts)
    expect(rows.map((row) => row.request)).toEqual(asked.map((text) => (hasRequest ? text : null)))
    expect(rows.map((row) => row.finalText)).toEqual(finals.map((text) => (hasFinal ? text : null)))
  })

  it.skipIf(!isPresent)('carry their ids, days and ratings', async () => {
    const { rows: batch } = await read('openai-batch-output.jsonl')
    expect(batch.map((row) => [row.externalId, row.occurredOn])).toEqual([
      ['ticket-0', '2026-03-10'],
      ['ticket-1', '2026-03-11'],
      ['ticket-2', '2026-03-12'],
      ['ticket-3', '2026-03-13'],
    ])
    const { rows: tasks } = await read('label-studio-textarea.json')
    expect(tasks.map((row) => row.satisfaction)).toEqual([4, 4, 4, 4])
    const { rows: lines } = await read('chat-role-lines.jsonl')
    expect(lines.map((row) => [row.externalId, row.occurredOn])[0]).toEqual(['c0', '2026-03-10'])
  })

  it.skipIf(!isPresent)('of ChatGPT hold answers and documents, and nothing said on the way', async () => {
    const { rows } = await read('chatgpt-canvas-tools-citations.json')
    expect(rows.map((row) => row.aiText)).toEqual([
      'The post office opens at 8. It closes at 18.',
      'Dear customer,\n\nthe post office opens at 8 and closes at 18.\n\nKind regards',
    ])
  })

  it.skipIf(!isPresent)('with markup are text', async () => {
    const { rows } = await read('html-entities.csv')
    expect(rows.map((row) => row.aiText)).toEqual([
      "It's on the way & arrives soon.\nKind regards",
      'You can return it within 30 days.\nBye',
    ])
  })
})
