import { isRecord, type JsonRecord } from '../formats/json-value.ts'
import { at, fieldNamed, firstOf, own, recordsIn, textIn } from './cells.ts'
import { speakerOf } from './speakers.ts'

const textFields = [
  'content',
  'text',
  'value',
  'body',
  'message',
  'parts',
  'utterance',
  'msg',
  'html_body',
  'plain_body',
  'body_text',
  'transcript',
  'output_text',
  'html',
  'nachricht',
  'message_text',
  'message_parts',
  'message_body',
  'rich_text',
  'comment',
]

/** What a message says: its text however it is nested; "" for pictures, tool calls and thoughts. */
export function messageText(message: unknown, depth = 0): string {
  if (typeof message === 'string') return message
  if (depth > 6) return ''
  if (Array.isArray(message)) {
    return message
      .map((part) => messageText(part, depth + 1))
      .filter((text) => text.trim() !== '')
      .join('\n\n')
  }
  if (!isRecord(message) || isUnspoken(message)) return ''
  const kwargs = own(message, 'kwargs') ?? own(message, 'data')
  if (isRecord(kwargs) && firstOf(message, textFields) === undefined) return messageText(kwargs, depth + 1)
  for (const field of textFields) {
    const text = messageText(fieldNamed(message, field), depth + 1)
    if (text.trim() !== '') return text
  }
  return ''
}

const unspoken = new Set([
  'tool_use',
  'tool_result',
  'tool_call',
  'function_call',
  'function_call_output',
  'thinking',
  'redacted_thinking',
  'reasoning',
  'thought',
  'image',
  'image_url',
  'input_image',
])

/** A part that is no text for anybody: a thought, a tool's call or result, a picture. */
function isUnspoken(part: JsonRecord): boolean {
  const type = textIn(part.type)
  return unspoken.has(type) || part.thought === true || part.isThought === true || part.role === 'tool'
}

/** True for what an AI says only to call a tool: no answer to anybody. */
export function callsTool(message: JsonRecord): boolean {
  const inner = own(message, 'kwargs') ?? own(message, 'data')
  if (isRecord(inner) && callsTool(inner)) return true
  const calls = firstOf(message, ['tool_calls', 'function_call', 'toolCalls'])
  if (Array.isArray(calls) ? calls.length > 0 : calls !== undefined) return true
  const parts = recordsIn(message.content ?? message.parts)
  return parts.some(({ type, functionCall }) => type === 'tool_use' || functionCall !== undefined)
}

const answers = [
  'output',
  'answer',
  'response',
  'completion',
  'reply',
  'result',
  'text',
  'output_text',
  'generated_text',
  'generation',
  'content',
  'message',
  'final_output',
  'final_answer',
  'assistant',
]

/** What an AI answered, in a call's result of any usual shape; "" where there is no text in it. */
export function answerText(value: unknown, depth = 0): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (depth > 6 || value === null || value === undefined) return ''
  if (Array.isArray(value)) return answerInList(value, depth)
  const record = value as JsonRecord
  if (isUnspoken(record)) return ''
  const nested =
    at(record, 'choices', 'message') ??
    at(record, 'choices', 'text') ??
    at(record, 'candidates', 'content') ??
    own(record, 'messages') ??
    at(record, 'generations') ??
    at(record, 'outputs')
  if (nested !== undefined && nested !== null) {
    const text =
      Array.isArray(nested) || !isRecord(nested) ? answerText(nested, depth + 1) : messageText(nested)
    if (text !== '') return text
  }
  if (record.role !== undefined || record.kwargs !== undefined || Array.isArray(record.parts))
    return messageText(record)
  for (const field of answers) {
    const text = answerText(own(record, field), depth + 1)
    if (text !== '') return text
  }
  const inner = Object.values(record).filter((each) => isRecord(each) || Array.isArray(each))
  for (const each of inner) {
    const text = answerText(each, depth + 1)
    if (text !== '') return text
  }
  const texts = Object.values(record).filter((each): each is string => typeof each === 'string')
  return texts.length === 1 && inner.length === 0 ? (texts[0] ?? '') : ''
}

/** The last message of the AI, or the parts of one; a list of other things holds no answer. */
function answerInList(list: readonly unknown[], depth: number): string {
  const records = recordsIn(list)
  const messages = records.filter(
    ({ role, kwargs, id }) => role !== undefined || isRecord(kwargs) || Array.isArray(id),
  )
  if (messages.length > 0) {
    const said = messages.filter((message) => speakerOf(message) === 'ai' || speakerOf(message) === 'agent')
    return messageText(said.at(-1))
  }
  if (list.length === 1) return answerText(list[0], depth + 1)
  const isParts = list.every(
    (part) => typeof part === 'string' || (isRecord(part) && typeof part.type === 'string'),
  )
  return isParts ? messageText([...list]) : ''
}
