import type { ImportFormat } from '../../../../shared/contract/imports.ts'
import { quoted, refuse } from '../refuse.ts'
import type { Table, TableRow } from '../table.ts'
import { isRecord, type JsonRecord } from './json-value.ts'

/** One thing said in a conversation, whichever provider exported it. */
type Turn = { from: 'person' | 'assistant'; id: string; text: string; at: string }

const columns = ['Answer', 'Message before it', 'Date', 'ID', 'Conversation']
const mapping = { aiText: 0, request: 1, occurredOn: 2, externalId: 3 }

/** Says whose export a list of conversations is; null when it is something else. */
export function chatFormat(items: readonly unknown[]): 'claude' | 'chatgpt' | null {
  const records = items.filter(isRecord)
  if (records.some((item) => Array.isArray(item.chat_messages))) return 'claude'
  return records.some((item) => isRecord(item.mapping)) ? 'chatgpt' : null
}

/** An export as a table: every answer of the AI is a row, with the message before it as the request. */
export function openChats(items: readonly unknown[], format: 'claude' | 'chatgpt', name: string): Table {
  const turnsOf = format === 'claude' ? claudeTurns : chatgptTurns
  const rows = items.filter(isRecord).flatMap((conversation) => {
    const title = text(format === 'claude' ? conversation.name : conversation.title)
    return answers(turnsOf(conversation), title)
  })
  if (rows.length === 0)
    refuse(`${quoted(name)} holds conversations, but no answers of the AI. Choose an export that has some.`)
  return chatTable(
    format,
    rows.map((cells, index): TableRow => ({ row: index + 1, cells })),
  )
}

function chatTable(format: ImportFormat, rows: TableRow[]): Table {
  return {
    format,
    encoding: null,
    delimiter: null,
    sheets: [],
    columns: () => columns,
    mapping,
    chunks: [rows],
    progress: () => ({ done: rows.length, total: rows.length }),
  }
}

function answers(turns: readonly Turn[], title: string): string[][] {
  let request = ''
  const rows: string[][] = []
  for (const turn of turns) {
    if (turn.from === 'person') request = turn.text
    else if (turn.text.trim() !== '') rows.push([turn.text, request, turn.at, turn.id, title])
  }
  return rows
}

function claudeTurns(conversation: JsonRecord): Turn[] {
  const messages = Array.isArray(conversation.chat_messages) ? conversation.chat_messages : []
  return messages.filter(isRecord).map((message) => {
    const parts = Array.isArray(message.content) ? message.content.filter(isRecord) : []
    const said = parts.filter((part) => part.type === 'text').map((part) => text(part.text))
    return {
      from: message.sender === 'assistant' ? 'assistant' : 'person',
      id: text(message.uuid),
      text: parts.length > 0 ? said.join('\n\n') : text(message.text),
      at: text(message.created_at) || text(conversation.created_at),
    }
  })
}

/** ChatGPT keeps every branch; the live one runs from `current_node` up through the parents. */
function chatgptTurns(conversation: JsonRecord): Turn[] {
  const nodes = new Map(Object.entries(isRecord(conversation.mapping) ? conversation.mapping : {}))
  const branch: JsonRecord[] = []
  let id = text(conversation.current_node) || lastLeaf(nodes)
  for (let node = nodes.get(id); isRecord(node); node = nodes.get(id)) {
    nodes.delete(id)
    branch.unshift(node)
    id = text(node.parent)
  }
  return branch.flatMap(({ message }) => (isRecord(message) ? chatgptTurn(message, conversation) : []))
}

function lastLeaf(nodes: ReadonlyMap<string, unknown>): string {
  const leaves = [...nodes].filter(
    ([, node]) => isRecord(node) && !(Array.isArray(node.children) && node.children[0]),
  )
  return leaves.at(-1)?.[0] ?? ''
}

function chatgptTurn(message: JsonRecord, conversation: JsonRecord): Turn[] {
  const role = isRecord(message.author) ? message.author.role : null
  const content = isRecord(message.content) ? message.content : {}
  const isSpoken = content.content_type === 'text' || content.content_type === 'multimodal_text'
  const isHidden =
    isRecord(message.metadata) && message.metadata.is_visually_hidden_from_conversation === true
  const isToTool = typeof message.recipient === 'string' && message.recipient !== 'all'
  if ((role !== 'user' && role !== 'assistant') || !isSpoken || isHidden || isToTool) return []
  const parts = Array.isArray(content.parts) ? content.parts : []
  return [
    {
      from: role === 'assistant' ? 'assistant' : 'person',
      id: text(message.id),
      text: parts.filter((part) => typeof part === 'string').join('\n\n'),
      at: text(message.create_time) || text(conversation.create_time),
    },
  ]
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}
