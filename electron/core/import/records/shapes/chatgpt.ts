import { isRecord, type JsonRecord } from '../../formats/json-value.ts'
import { at, recordsIn, textIn } from '../cells.ts'
import { parseJson } from '../lenient-json.ts'
import { messageText } from '../message-text.ts'
import { fieldsOf, type Opened, type Shape } from '../shape.ts'
import { answersOf, type Turn } from '../turns.ts'

/** Conversations of a ChatGPT data export. */
export const chatgpt: Shape = {
  name: 'ChatGPT',
  format: 'chatgpt',
  fits: (record) =>
    isRecord(record.mapping) &&
    recordsIn(Object.values(record.mapping)).some((node) => 'parent' in node || 'children' in node),
  open(record) {
    const document = createDocument()
    const turns = shownBranch(record).flatMap(({ message }) =>
      isRecord(message) ? turnOf(message, record, document) : [],
    )
    return answersOf(withProducts(turns), { isEachOwn: true }).map(
      (answer): Opened => ({ fields: fieldsOf(answer), rest: { Conversation: textIn(record.title) } }),
    )
  },
}

type ProductTurn = Turn & { isProduct?: boolean }

/** ChatGPT keeps every branch; the shown one runs from `current_node` up through the parents. */
function shownBranch(conversation: JsonRecord): JsonRecord[] {
  const nodes = new Map(Object.entries(isRecord(conversation.mapping) ? conversation.mapping : {}))
  const branch: JsonRecord[] = []
  let id = textIn(conversation.current_node) || lastLeaf(nodes)
  for (let node = nodes.get(id); isRecord(node); node = nodes.get(id)) {
    nodes.delete(id)
    branch.unshift(node)
    id = textIn(node.parent)
  }
  return branch
}

function lastLeaf(nodes: ReadonlyMap<string, unknown>): string {
  const leaves = [...nodes].filter(
    ([, node]) => isRecord(node) && !(Array.isArray(node.children) && node.children[0]),
  )
  return leaves.at(-1)?.[0] ?? ''
}

function turnOf(message: JsonRecord, conversation: JsonRecord, document: CanvasDocument): ProductTurn[] {
  const role = at(message, 'author', 'role')
  const recipient = textIn(message.recipient) || 'all'
  const kind = textIn(at(message, 'content', 'content_type'))
  const isHidden = at(message, 'metadata', 'is_visually_hidden_from_conversation') === true
  const when = {
    id: textIn(message.id),
    at: textIn(message.create_time) || textIn(conversation.create_time),
    name: '',
  }
  if (role === 'assistant' && recipient.startsWith('canmore.')) {
    const text = document.apply(recipient, toolText(message))
    return text === null ? [] : [{ by: 'ai', text, ...when, isProduct: true }]
  }
  const isSpoken = kind === 'text' || kind === 'multimodal_text'
  if ((role !== 'user' && role !== 'assistant') || !isSpoken || isHidden || recipient !== 'all') return []
  const text = messageText(message.content) || attachmentNames(message)
  if (role === 'user') return [{ by: 'person', text, ...when }]
  return [{ by: 'ai', text, ...when, isChatter: message.end_turn === false }]
}

const toolText = (message: JsonRecord): string =>
  textIn(at(message, 'content', 'text')) || messageText(message.content)

function attachmentNames(message: JsonRecord): string {
  return recordsIn(at(message, 'metadata', 'attachments'))
    .map(({ name }) => textIn(name))
    .filter(Boolean)
    .join(', ')
}

/** Where a document was written, it is the answer; what is said about it beside it is not. */
function withProducts(turns: readonly ProductTurn[]): Turn[] {
  return turns.map((turn, index) => {
    if (turn.by !== 'ai' || turn.isChatter) return turn
    const round = roundOf(turns, index)
    const product = round.findLast(({ isProduct }) => isProduct)
    return product === undefined || product === turn ? turn : { ...turn, isChatter: true }
  })
}

/** Everything the AI did between two messages of a person. */
function roundOf(turns: readonly ProductTurn[], index: number): ProductTurn[] {
  const from = turns.findLastIndex(({ by }, at) => at < index && by === 'person') + 1
  const next = turns.findIndex(({ by }, at) => at > index && by === 'person')
  return turns.slice(from, next === -1 ? turns.length : next)
}

type CanvasDocument = ReturnType<typeof createDocument>

/** The document of a canvas as its messages write and change it. */
function createDocument() {
  let text: string | null = null
  return {
    /** The document after a message to the canvas; null where there is none. */
    apply(recipient: string, message: string): string | null {
      const written = parseJson(message)
      if (recipient === 'canmore.create_textdoc') text = isRecord(written) ? textIn(written.content) : message
      if (recipient === 'canmore.update_textdoc' && isRecord(written)) {
        for (const update of recordsIn(written.updates)) text = updated(text ?? '', update)
      }
      return recipient === 'canmore.comment_textdoc' ? null : text
    },
  }
}

/** A pattern for everything, or one that stands for itself; others would have to be run, and leave the text. */
function updated(text: string, { pattern, replacement, multiple }: JsonRecord): string {
  const by = textIn(replacement)
  const wanted = textIn(pattern)
  if (/^\^?\(?\.[*+]\)?\$?$/.test(wanted)) return by
  const plain = wanted.replace(/\\(.)/g, '$1')
  return multiple === true ? text.replaceAll(plain, () => by) : text.replace(plain, () => by)
}
