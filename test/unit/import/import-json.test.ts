import { afterAll, describe, expect, it } from 'vitest'
import { createImportFolder, importedRow } from '../../helpers/import-files.ts'
import { makeZip } from '../../helpers/zip.ts'

const folder = createImportFolder()
afterAll(folder.remove)

const json = (value: unknown, name = 'a.json') => folder.file(name, JSON.stringify(value))

describe('a JSON file', () => {
  const outputs = [
    { id: 1, output: 'Dear Ms Ito', tags: [], meta: { model: 'x' } },
    { id: 2, output: 'Dear Mr Sen', edit_minutes: 4.5 },
  ]
  const rows = [
    importedRow({ row: 1, aiText: 'Dear Ms Ito', externalId: '1' }),
    importedRow({ row: 2, aiText: 'Dear Mr Sen', externalId: '2', editMinutes: 4.5 }),
  ]

  it.each([
    ['a list of objects', json(outputs), 'json'],
    ['an object that holds one such list', json({ exported: '2026-03-04', notes: ['x'], outputs }), 'json'],
    [
      'one object a line',
      folder.file('a.jsonl', `${outputs.map((item) => JSON.stringify(item)).join('\r\n')}\r\n\r\n`),
      'jsonl',
    ],
    [
      'one object a line under the wrong name',
      folder.file('a.json', outputs.map((item) => JSON.stringify(item)).join('\n')),
      'jsonl',
    ],
    ['a list with a byte order mark', folder.file('a.json', `\uFEFF${JSON.stringify(outputs)}`), 'json'],
  ])('may be %s', async (_, file, format) => {
    expect((await folder.preview(file)).format).toBe(format)
    expect((await folder.read(file)).rows).toEqual(rows)
  })

  it('opens nested values and skips empty ones', async () => {
    const preview = await folder.preview(json(outputs))
    expect(preview.columns).toEqual([
      { index: 0, name: 'id', samples: ['1', '2'], filled: 2 },
      { index: 1, name: 'output', samples: ['Dear Ms Ito', 'Dear Mr Sen'], filled: 2 },
      { index: 2, name: 'tags', samples: [], filled: 0 },
      { index: 3, name: 'model', samples: ['x'], filled: 1 },
      { index: 4, name: 'edit_minutes', samples: ['4.5'], filled: 1 },
    ])
  })

  it('keeps the good lines of JSONL and lists the bad ones', async () => {
    const read = await folder.read(
      folder.file('a.jsonl', '{"output":"one"}\n{"output":"tw\n[1]\n{"output":"four"}'),
    )
    expect(read.rows.map((row) => [row.row, row.aiText])).toEqual([
      [1, 'one'],
      [4, 'four'],
    ])
    expect(read.problems).toEqual([
      {
        row: 2,
        column: null,
        reason: 'This line ("{"output":"tw") is not a complete JSON object, so it was left out.',
        kept: false,
      },
      {
        row: 3,
        column: null,
        reason: 'This line ("[1]") is not a complete JSON object, so it was left out.',
        kept: false,
      },
    ])
  })

  it('takes a field called __proto__ for a field like any other', async () => {
    const file = folder.file(
      'a.json',
      '[{"__proto__":{"polluted":true},"output":"Hello there"},{"output":"Two","polluted":null}]',
    )
    expect((await folder.preview(file)).columns.map((column) => column.name)).toEqual([
      '__proto__.polluted',
      'output',
      'polluted',
    ])
    expect((await folder.read(file)).rows.map((row) => row.aiText)).toEqual(['Hello there', 'Two'])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

const claude = [
  {
    uuid: 'c1',
    name: 'Returns',
    created_at: '2026-03-04T08:00:00Z',
    chat_messages: [
      {
        uuid: 'm1',
        sender: 'human',
        created_at: '2026-03-04T08:00:00Z',
        text: 'How?',
        content: [{ type: 'text', text: 'How?' }],
      },
      {
        uuid: 'm2',
        sender: 'assistant',
        created_at: '2026-03-05T08:00:00Z',
        text: 'ignored',
        content: [
          { type: 'text', text: 'Like this.' },
          { type: 'tool_use', name: 'x' },
          { type: 'text', text: 'And that.' },
        ],
      },
      { uuid: 'm3', sender: 'assistant', text: 'More.', content: [] },
      { uuid: 'm4', sender: 'assistant', content: [{ type: 'tool_use' }] },
    ],
  },
  { uuid: 'c2', name: 'Empty', chat_messages: [] },
]
const claudeRows = [
  importedRow({
    row: 1,
    aiText: 'And that.',
    request: 'How?',
    occurredOn: '2026-03-05',
    externalId: 'm2',
  }),
  importedRow({ row: 1, aiText: 'More.', request: 'How?', occurredOn: '2026-03-04', externalId: 'm3' }),
]

const turn = (id: string, parent: string | null, role: string, parts: unknown[], extra: object = {}) => ({
  [id]: {
    id,
    parent,
    children: [],
    message: {
      id,
      author: { role },
      create_time: 1772582400,
      recipient: 'all',
      content: { content_type: 'text', parts },
      ...extra,
    },
  },
})
const chatgpt = {
  title: 'Returns',
  create_time: 1772582400,
  current_node: 'e',
  mapping: {
    root: { id: 'root', parent: null, message: null, children: ['a'] },
    ...turn('a', 'root', 'system', ['']),
    ...turn('b', 'a', 'user', ['How?', { asset: 'picture' }]),
    ...turn('c', 'b', 'assistant', ['search("x")'], { recipient: 'browser' }),
    ...turn('c2', 'b', 'assistant', ['A dead branch.']),
    ...turn('d', 'c', 'tool', ['found']),
    ...turn('e', 'd', 'assistant', ['Like this.']),
  },
}
const chatgptRows = [
  importedRow({ row: 1, aiText: 'Like this.', request: 'How?', occurredOn: '2026-03-04', externalId: 'e' }),
]

describe('a chat export', () => {
  const zip = (...parts: [string, unknown][]) =>
    folder.file('export.zip', makeZip(parts.map(([name, value]) => ({ name, data: JSON.stringify(value) }))))

  it.each([
    ['from Claude', json(claude, 'conversations.json'), 'claude', claudeRows],
    [
      'from Claude, in its zip',
      zip(['users.json', []], ['conversations.json', claude]),
      'claude',
      claudeRows,
    ],
    ['from ChatGPT', json([chatgpt], 'conversations.json'), 'chatgpt', chatgptRows],
    ['from ChatGPT, one conversation', json(chatgpt), 'chatgpt', chatgptRows],
    [
      'from ChatGPT, in its zip',
      zip(['chat.html', ''], ['data/conversations.json', [chatgpt]]),
      'chatgpt',
      chatgptRows,
    ],
    [
      'from ChatGPT, in parts',
      zip(['conversations-000.json', []], ['conversations-001.json', [chatgpt]]),
      'chatgpt',
      chatgptRows,
    ],
  ])('%s is one output per answer', async (_, file, format, rows) => {
    const preview = await folder.preview(file)
    expect({ format: preview.format, guess: preview.guess }).toEqual({
      format,
      guess: { aiText: 0, request: 1, occurredOn: 2, externalId: 3 },
    })
    expect((await folder.read(file)).rows).toEqual(rows)
  })

  it('whose parents run in a circle still ends', async () => {
    const circle = {
      current_node: 'a',
      mapping: { ...turn('a', 'b', 'assistant', ['One.']), ...turn('b', 'a', 'user', ['Two?']) },
    }
    expect((await folder.read(json([circle]))).rows.map((row) => row.aiText)).toEqual(['One.'])
  })
})

describe('an answer that is JSON itself', () => {
  const answers = ['Mercury', 'Mars'].map(
    (planet) =>
      `[\n  {\n    "planet": "${planet}",\n    "moons": 0\n  },\n  { "planet": "Venus",  "moons": 0 }\n]`,
  )
  const rows = answers.map((output, index) => ({ prompt: `Which planets, ${index}?`, output }))
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  const csv = ['prompt,output', ...rows.map(({ prompt, output }) => `${quoted(prompt)},${quoted(output)}`)]

  it.each([
    ['JSON', json(rows)],
    ['CSV', folder.file('answers.csv', csv.join('\r\n'))],
  ])('stays as it was written, in %s', async (_, file) => {
    expect((await folder.read(file)).rows.map(({ aiText }) => aiText)).toEqual(answers)
  })
})
