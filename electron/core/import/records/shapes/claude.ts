import { isRecord, type JsonRecord } from '../../formats/json-value.ts'
import { recordsIn, textIn } from '../cells.ts'
import { fieldsOf, type Opened, type Shape } from '../shape.ts'
import { answersOf, type Turn } from '../turns.ts'

/** Conversations of a claude.ai data export. */
export const claude: Shape = {
  name: 'claude.ai',
  format: 'claude',
  fits: (record) => Array.isArray(record.chat_messages),
  open(record) {
    const documents: Documents = new Map()
    const turns = shownBranch(record).map((message) => turnOf(message, record, documents))
    return answersOf(turns, { isEachOwn: true }).map(
      (answer): Opened => ({ fields: fieldsOf(answer), rest: { Conversation: textIn(record.name) } }),
    )
  },
}

/** Every message; where one was asked again, only those that lead to the last. */
function shownBranch(conversation: JsonRecord): JsonRecord[] {
  const messages = recordsIn(conversation.chat_messages)
  const byId = new Map(messages.map((message) => [textIn(message.uuid), message]))
  const parents = messages.map((message) => textIn(message.parent_message_uuid)).filter((id) => byId.has(id))
  if (new Set(parents).size === parents.length) return messages
  const branch: JsonRecord[] = []
  const leaf = textIn(conversation.current_leaf_message_uuid)
  let message = byId.get(leaf) ?? messages.at(-1)
  while (message) {
    branch.unshift(message)
    byId.delete(textIn(message.uuid))
    message = byId.get(textIn(message.parent_message_uuid))
  }
  return branch
}

function turnOf(message: JsonRecord, conversation: JsonRecord, documents: Documents): Turn {
  const when = {
    id: textIn(message.uuid),
    at: textIn(message.created_at) || textIn(conversation.created_at),
    name: '',
  }
  if (message.sender !== 'assistant') return { by: 'person', text: asked(message), ...when }
  const parts = recordsIn(message.content)
  const written = parts.map((part) => writtenBy(part, documents)).filter((text) => text !== null)
  const said = parts.length > 0 ? afterTools(parts) : textIn(message.text)
  const inline = [...said.matchAll(/<antArtifact\b[^>]*>([\s\S]*?)<\/antArtifact>/g)].map(([, text]) =>
    (text ?? '').trim(),
  )
  const products = [...lastOfEach(written), ...inline]
  return { by: 'ai', text: products.length > 0 ? products.join('\n\n') : said, ...when }
}

/** The request; what was attached stands for it where nothing was typed. */
function asked(message: JsonRecord): string {
  const parts = recordsIn(message.content)
  const typed = parts
    .filter(({ type }) => type === 'text' || type === 'voice_note')
    .map(({ text }) => textIn(text))
    .join('\n\n')
  const text = typed || textIn(message.text)
  if (text.trim() !== '') return text
  const attachments = [...recordsIn(message.attachments), ...recordsIn(message.files)]
  return attachments.map((each) => textIn(each.extracted_content) || textIn(each.file_name)).join('\n\n')
}

/** What was said once all tools were done; what comes before a tool is on the way. */
function afterTools(parts: readonly JsonRecord[]): string {
  const isText = ({ type, text }: JsonRecord) =>
    (type === 'text' || type === 'voice_note') && textIn(text).trim() !== ''
  const lastTool = parts.findLastIndex(({ type, name }) => type === 'tool_use' && name !== 'artifacts')
  const after = parts.slice(lastTool + 1).filter(isText)
  return (after.length > 0 ? after : parts.filter(isText)).map(({ text }) => textIn(text)).join('\n\n')
}

type Documents = Map<string, string>
type Written = { id: string; text: string }

/** The document a part writes or changes, as it is then; null for any other part. */
function writtenBy(part: JsonRecord, documents: Documents): Written | null {
  if (part.type !== 'tool_use' || !isRecord(part.input)) return null
  const { input } = part
  const isDocument = part.name === 'artifacts' || part.name === 'create_file' || part.name === 'str_replace'
  const id = textIn(input.id) || textIn(input.path)
  if (!isDocument || id === '') return null
  const whole = textIn(input.content) || textIn(input.file_text)
  const before = documents.get(id) ?? ''
  const text = whole || before.replace(textIn(input.old_str), () => textIn(input.new_str))
  if (text === '') return null
  documents.set(id, text)
  return { id, text }
}

function lastOfEach(written: readonly Written[]): string[] {
  return [...new Map(written.map(({ id, text }) => [id, text])).values()]
}
