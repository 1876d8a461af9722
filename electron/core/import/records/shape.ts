import type { ImportField, ImportFormat } from '../../../../shared/contract/imports.ts'
import { plainName } from '../columns/plain-name.ts'
import { isRecord, type JsonRecord } from '../formats/json-value.ts'
import { firstOf, textIn } from './cells.ts'
import { type Answer, answersOf, type Turn } from './turns.ts'

/** What one output of a record says, and what else stands in it; or why it has none. */
export type Opened = { fields: Partial<Record<ImportField, string>>; rest: JsonRecord } | { failed: string }

/** How a tool writes its records, and what the outputs in one of them are. */
export type Shape = {
  /** As the owner knows it: "Langfuse". */
  name: string
  format?: ImportFormat
  fits: (record: JsonRecord) => boolean
  open: (record: JsonRecord) => Opened[]
}

const idFields = [
  'custom_id',
  'id',
  'ID',
  'Id',
  'uuid',
  'conversation_id',
  'conversationId',
  'conversationid',
  'session_id',
  'sessionId',
  'thread_id',
  'trace_id',
  'run_id',
  'request_id',
  'requestId',
  'ticket_id',
  'question_id',
  'task_id',
  'key',
]
const timeFields = [
  'timestamp',
  'created_at',
  'createdAt',
  'created',
  'create_time',
  'start_time',
  'startTime',
  'tstamp',
  'time',
  'date',
  'createdon',
  'starttime',
  'conversationstarttime',
  'updated_at',
]

export const idOf = (record: JsonRecord): string => textIn(firstNamed(record, idFields))
export const timeOf = (record: JsonRecord): string => textIn(firstNamed(record, timeFields))

/** The first of `fields` that holds something, as it is written or as people head a column: "Conversation ID". */
function firstNamed(record: JsonRecord, fields: readonly string[]): unknown {
  const exact = firstOf(record, fields)
  if (exact !== undefined) return exact
  const plain = fields.map(plainName)
  const keys = Object.keys(record).filter((key) => plain.includes(plainName(key)))
  return firstOf(
    record,
    keys.toSorted((a, b) => plain.indexOf(plainName(a)) - plain.indexOf(plainName(b))),
  )
}

/** What stands in a record beside `taken` and its id and time. */
export function restOf(record: JsonRecord, taken: readonly string[] = []): JsonRecord {
  const gone = new Set([...taken, ...idFields, ...timeFields])
  return Object.fromEntries(Object.entries(record).filter(([key]) => !gone.has(key)))
}

/** The answers of a conversation as outputs of its record. */
export function openTurns(turns: readonly Turn[], record: JsonRecord, taken: readonly string[]): Opened[] {
  const rest = restOf(record, taken)
  return answersOf(turns).map((answer) => ({
    fields: {
      ...fieldsOf(answer),
      externalId: idOf(record) || answer.id,
      occurredOn: answer.at || timeOf(record),
    },
    rest,
  }))
}

export function fieldsOf({ output, request, final, at, id, person }: Answer) {
  return { aiText: output, request, finalText: final, occurredOn: at, externalId: id, person }
}

/** Why a call failed, in its own words; null where it did not. */
export function failureOf(record: JsonRecord): string | null {
  const error = firstOf(record, ['error', 'errors', 'exception'])
  if (Array.isArray(error) ? error.length > 0 : error !== undefined && error !== false) return failed(error)
  const status = textIn(firstOf(record, ['status', 'level', 'state']))
  return /^(error|failed|failure|errored|expired|cancell?ed)$/i.test(status) ? failed(status) : null
}

/** The sentence for a call that failed. */
export function failed(error: unknown): string {
  const inner = isRecord(error) && isRecord(error.error) ? error.error : error
  const said = isRecord(inner) ? textIn(firstOf(inner, ['message', 'type', 'code', 'detail'])) : textIn(inner)
  const line = said.replace(/\s+/g, ' ').trim()
  const words = line.length > 80 ? `${line.slice(0, 79)}…` : line
  return `This call failed${words === '' ? '' : ` (${words})`}, so there is no output.`
}
