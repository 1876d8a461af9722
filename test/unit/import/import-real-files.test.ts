import { existsSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { createImportFolder } from '../../helpers/import-files.ts'

const folder = createImportFolder()
afterAll(folder.remove)

const data = new URL('../../../../shared/data/', import.meta.url)
const isPresent = existsSync(data)

describe('the real files', () => {
  it.skipIf(isPresent)('are absent: ../shared/data is not there, so they are not read', () => undefined)

  it.skipIf(!isPresent).each<[string, Record<string, string>, number, number]>([
    ['support-replies.csv', { aiText: 'response', request: 'instruction' }, 6480, 6480],
    [
      'edited-outputs-editor-1.jsonl',
      { externalId: 'id', request: 'request', aiText: 'ai_output', finalText: 'final_version' },
      50,
      50,
    ],
    ['model-results.jsonl', { externalId: 'id', aiText: 'result' }, 1133, 1064],
    [
      'claude-export-conversations.json',
      { aiText: 'Answer', request: 'Request', occurredOn: 'Date', externalId: 'ID' },
      1,
      1,
    ],
    [
      'chatgpt-export-conversation.json',
      { aiText: 'Answer', request: 'Request', occurredOn: 'Date', externalId: 'ID' },
      2,
      2,
    ],
  ])('%s is understood without help', async (name, guess, rowCount, keptCount) => {
    const file = { path: new URL(name, data).pathname, name }
    const preview = await folder.preview(file)
    const read = await folder.read(file)
    const named = Object.entries(preview.guess).map(([field, index]) => [
      field,
      preview.columns.find((column) => column.index === index)?.name,
    ])
    expect({
      guess: Object.fromEntries(named),
      rowCount: read.rowCount,
      keptCount: read.keptCount,
      rows: read.rows.length,
    }).toEqual({
      guess,
      rowCount,
      keptCount,
      rows: keptCount,
    })
  })
})
