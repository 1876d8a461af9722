import { existsSync, readFileSync } from 'node:fs'
import { inlineRow, rawWorkbook, wordDocument } from '../helpers/workbook.ts'
import { makeZip } from '../helpers/zip.ts'

/** A well-formed file to mutate. `pack` builds the file from parts, so that the inside can be mutated as well. */
export type Seed = {
  kind: string
  name: string
  content: Buffer
  inner?: { text: Buffer; pack: (text: Buffer) => Buffer }
}

const csv = [
  'id;date;request;ai_output;final_version;minutes;csat',
  ...Array.from({ length: 30 }, (_, row) => {
    return `T-${row};${(row % 28) + 1}.03.2026;"Where is ""it""?";"Dear Ms Ito,\r\nthank you; Größe ${row}";"Dear ${row}";${row},5;${(row % 5) + 1}`
  }),
].join('\r\n')

const objects = Array.from({ length: 20 }, (_, row) => ({
  id: row,
  created_at: `2026-03-${row + 10}T08:00:00Z`,
  prompt: 'Where is it? 東京',
  response: `Dear Ms Ito ${row} \u{1F600}`,
  tags: ['a', { b: 1 }],
}))

const claude = [
  {
    uuid: 'c1',
    name: 'Returns',
    created_at: '2026-03-04T08:00:00Z',
    chat_messages: [
      { uuid: 'm1', sender: 'human', content: [{ type: 'text', text: 'How do I return it?' }] },
      {
        uuid: 'm2',
        sender: 'assistant',
        created_at: '2026-03-04T08:01:00Z',
        content: [{ type: 'text', text: 'Like this.' }, { type: 'tool_use' }],
      },
    ],
  },
]

const chatgpt = [
  {
    title: 'Returns',
    current_node: 'c',
    create_time: 1772582400.5,
    mapping: {
      a: { parent: null, children: ['b'], message: null },
      b: {
        parent: 'a',
        children: ['c'],
        message: { id: 'b', author: { role: 'user' }, content: { content_type: 'text', parts: ['How?'] } },
      },
      c: {
        parent: 'b',
        children: [],
        message: {
          id: 'c',
          author: { role: 'assistant' },
          content: { content_type: 'text', parts: ['Like this.'] },
        },
      },
    },
  },
]

const sheet = [
  inlineRow(1, ['id', 'answer', 'date']),
  ...Array.from({ length: 12 }, (_, row) =>
    inlineRow(row + 2, [`T-${row}`, `Dear Ms Ito &amp; co ${row}`, '04.03.2026']),
  ),
  '<row r="20"><c r="A20" t="s"><v>0</v></c><c r="B20" t="s"><v>1</v></c><c r="C20" s="1"><v>46085</v></c></row>',
].join('')
const shared =
  '<sst><si><t>T-20</t></si><si><r><t>Dear </t></r><r><rPr><b/></rPr><t>Mr Sen</t></r></si></sst>'
const workbook = (rows: string) =>
  rawWorkbook({ Data: rows }, [{ name: 'xl/sharedStrings.xml', data: shared }])
const chatZip = (text: string | Buffer) =>
  makeZip([
    { name: 'users.json', data: '[]' },
    { name: 'conversations.json', data: text },
  ])

/** Small seeds of every kind the import reads. */
export function builtSeeds(): Seed[] {
  const text = (value: string) => Buffer.from(value)
  return [
    { kind: 'csv', name: 'a.csv', content: text(csv) },
    { kind: 'csv', name: 'a.csv', content: Buffer.from(`\uFEFF${csv.replaceAll(';', '\t')}`, 'utf16le') },
    { kind: 'csv', name: 'a.csv', content: Buffer.from(csv.replaceAll(';', ','), 'latin1') },
    { kind: 'json', name: 'a.json', content: text(JSON.stringify(objects, null, 1)) },
    { kind: 'jsonl', name: 'a.jsonl', content: text(objects.map((item) => JSON.stringify(item)).join('\n')) },
    { kind: 'chats', name: 'conversations.json', content: text(JSON.stringify(claude)) },
    { kind: 'chats', name: 'conversations.json', content: text(JSON.stringify(chatgpt)) },
    {
      kind: 'chats',
      name: 'export.zip',
      content: chatZip(JSON.stringify(claude)),
      inner: { text: text(JSON.stringify(claude)), pack: chatZip },
    },
    {
      kind: 'xlsx',
      name: 'a.xlsx',
      content: workbook(sheet),
      inner: { text: text(sheet), pack: (rows) => workbook(rows.toString('latin1')) },
    },
    {
      kind: 'docx',
      name: 'a.docx',
      content: wordDocument(['Dear Ms Ito', 'Thank you']),
      inner: { text: text('Dear <w:b/> Ms Ito'), pack: (words) => wordDocument([words.toString('latin1')]) },
    },
  ]
}

/** The real files beside the project, where they are present. */
export function realSeeds(): Seed[] {
  const folder = new URL('../../../shared/data/', import.meta.url)
  const names: [string, string][] = [
    ['csv', 'support-replies.csv'],
    ['jsonl', 'edited-outputs-editor-1.jsonl'],
    ['chats', 'claude-export-conversations.json'],
    ['chats', 'chatgpt-export-conversation.json'],
  ]
  return names.flatMap(([kind, name]) => {
    const path = new URL(name, folder)
    return existsSync(path) ? [{ kind, name, content: readFileSync(path) }] : []
  })
}
