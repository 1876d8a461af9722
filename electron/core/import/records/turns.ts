import { isRecord, type JsonRecord } from '../formats/json-value.ts'
import { fieldNamed, firstOf, textIn } from './cells.ts'
import { timeOf } from './known-fields.ts'
import { callsTool, messageText } from './message-text.ts'
import { type Speaker, speakerNamed, speakerOf } from './speakers.ts'

/**
 * One thing said in a conversation. `isChatter`: said by the AI on the way to its answer. `named`: by somebody of whom
 * only the name is known.
 */
export type Turn = {
  by: Speaker | 'named'
  text: string
  id: string
  at: string
  name: string
  isChatter?: boolean
}

/** One answer of the AI, what it answered and what a person sent in its place. */
export type Answer = {
  output: string
  request: string
  final: string
  at: string
  id: string
  person: string
}

const ids = ['id', 'uuid', 'message_id', 'messageId']

/** Who the people and machines of a conversation are, by their ids. */
export type People = ReadonlyMap<string, { by: Speaker; name: string }>

/** The turns of a list of messages; null where it does not say who said what, or no AI is among them. */
export function turnsOf(messages: readonly unknown[], people?: People): Turn[] | null {
  const turns = messages
    .flatMap(pairAsMessage)
    .filter(isRecord)
    .map((message) => turnOf(message, people))
  const known = turns.filter((turn): turn is Turn => turn !== null)
  if (known.length === 0 || known.length * 2 < turns.length) return null
  return withAgents(known)
}

/** ["human", "…"] as {role, content}; anything else as it is. */
function pairAsMessage(value: unknown): unknown {
  if (!Array.isArray(value) || value.length !== 2) return value
  const [role, content] = value
  const isPair = typeof role === 'string' && typeof content === 'string' && speakerNamed(role) !== null
  return isPair ? { role, content } : value
}

/** A message as a turn; null where it does not say who said it. */
export function turnOf(written: JsonRecord, people?: People): Turn | null {
  const message = unwrapped(written)
  const known = people?.get(textIn(firstOf(message, peopleIds)))
  const by = known?.by ?? speakerOf(message)
  const name = known?.name ?? nameOf(message)
  const text = messageText(message)
  if (by === null && (name === '' || text === '')) return null
  const turn: Turn = { by: by ?? 'named', text, id: textIn(firstOf(message, ids)), at: timeOf(message), name }
  return by === 'ai' && callsTool(message) ? { ...turn, isChatter: true } : turn
}

const peopleIds = [
  'author_id',
  'sender_id',
  'user_id',
  'participant_id',
  'from_id',
  'authorId',
  'senderId',
  'userId',
]

/** Tools of tracing write {message: {role, content}}. */
function unwrapped(written: JsonRecord): JsonRecord {
  const { message } = written
  return isRecord(message) && 'role' in message && !('role' in written) ? { ...written, ...message } : written
}

function nameOf(message: JsonRecord): string {
  for (const field of ['author', 'sender', 'from', 'sent_by', 'user', 'username']) {
    const value = fieldNamed(message, field)
    const name = isRecord(value) ? textIn(value.name) : textIn(value)
    if (name !== '' && speakerNamed(name) === null) return name
  }
  return textIn(message.name) || textIn(message.author_name) || textIn(message.agent_name)
}

/**
 * An "agent" beside an AI is a person; where no AI is named, it is the AI. Somebody with nothing but a name asks an
 * AI; where it is known who asked, they are staff.
 */
export function withAgents(turns: readonly Turn[], hasAi = turns.some(({ by }) => by === 'ai')): Turn[] {
  const isAsked = turns.some(({ by, text }) => by === 'person' && text.trim() !== '')
  const named: Speaker = isAsked ? 'staff' : hasAi ? 'person' : 'other'
  const agent: Speaker = hasAi ? 'staff' : 'ai'
  return turns.map((turn) => ({
    ...turn,
    by: turn.by === 'agent' ? agent : turn.by === 'named' ? named : turn.by,
  }))
}

/**
 * The answers of the AI: what it said in one go (or each message, with `isEachOwn`), without what it said on the way; the last thing a person said
 * before; and what staff sent right after. Before anybody asked there is no answer, only a greeting.
 */
export function answersOf(turns: readonly Turn[], { isEachOwn = false } = {}): Answer[] {
  const answers: Answer[] = []
  const isAsked = turns.some(({ by, text }) => by === 'person' && text.trim() !== '')
  let request = ''
  let isOpen = false
  for (const turn of turns) {
    if (turn.text.trim() === '' || turn.by === 'other' || turn.isChatter) continue
    const last = isOpen ? answers.at(-1) : undefined
    if (turn.by === 'person') {
      request = turn.text
      isOpen = false
    } else if (turn.by === 'staff') {
      if (last) answers[answers.length - 1] = sent(last, turn)
    } else if (last && last.final === '' && !isEachOwn) {
      answers[answers.length - 1] = {
        ...last,
        output: `${last.output}\n\n${turn.text}`,
        at: turn.at || last.at,
      }
    } else if (!isAsked || request !== '') {
      answers.push({ output: turn.text, request, final: '', at: turn.at, id: turn.id, person: '' })
      isOpen = true
    }
  }
  return answers
}

const sent = (answer: Answer, turn: Turn): Answer => ({
  ...answer,
  final: answer.final === '' ? turn.text : `${answer.final}\n\n${turn.text}`,
  person: turn.name || answer.person,
})

/** As they were said, where every one has a time that can be compared; else as they stand. */
export function inOrder<Said extends { turn: Pick<Turn, 'at'> }>(said: readonly Said[]): readonly Said[] {
  const times = new Map(said.map((each) => [each, instant(each.turn.at)]))
  if ([...times.values()].some(Number.isNaN)) return said
  return said.toSorted((a, b) => (times.get(a) ?? 0) - (times.get(b) ?? 0))
}

function instant(text: string): number {
  if (/^\d{4}-\d\d-\d\d[T ]\d/.test(text)) return Date.parse(text.replace(' ', 'T'))
  return /^\d{9,16}(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
}

/** What the last person said; the whole text where it is no chat. */
export function requestText(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  const messages = Array.isArray(value) ? value.flat() : isRecord(value) ? messagesIn(value) : []
  const turns = turnsOf(messages)
  const asked = turns?.filter(({ by, text }) => by === 'person' && text.trim() !== '').at(-1)
  if (asked) return asked.text
  if (Array.isArray(value)) return value.length === 1 ? requestText(value[0]) : messageText(value)
  if (!isRecord(value)) return ''
  const known = firstOf(value, requests)
  if (known !== undefined && known !== value) return requestText(known)
  const inner = Object.values(value).filter(isRecord)
  for (const each of inner) {
    const text = requestText(each)
    if (text !== '') return text
  }
  const texts = Object.values(value).filter((each): each is string => typeof each === 'string')
  return texts.length === 1 && inner.length === 0 ? (texts[0] ?? '') : ''
}

const requests = [
  'question',
  'query',
  'input',
  'prompt',
  'user_input',
  'user_message',
  'message',
  'request',
  'text',
  'content',
  'kwargs',
  'contents',
  'q',
]

function messagesIn(record: JsonRecord): unknown[] {
  const list = firstOf(record, ['messages', 'contents', 'conversation', 'chat_history', 'history'])
  return Array.isArray(list) ? list.flat() : []
}
