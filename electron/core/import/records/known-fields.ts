import type { JsonRecord } from '../formats/json-value.ts'
import { firstOf, plain, textIn } from './cells.ts'

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
  'sent_at',
  'tstamp',
  'time',
  'date',
  'ts',
  'datetime',
  'createdon',
  'starttime',
  'conversationstarttime',
  'updated_at',
]
/** "conversationtranscriptid", "generation_id": the ID of what was said, not of who said it. */
const idOfRecord =
  /(transcript|conversation|session|ticket|case|chat|thread|request|record|trace|span|response|generation|interaction|dialogue?) ?id$/
/** "sent_datetime", "Created at (UTC)" */
const timeOfRecord =
  /^(created?|sent|started?|logged|received)( (at|on|date|time|datetime|timestamp|utc|ms))+$/

export const idOf = (record: JsonRecord): string => textIn(firstNamed(record, idFields, idOfRecord))
export const timeOf = (record: JsonRecord): string => textIn(firstNamed(record, timeFields, timeOfRecord))

/** The first of `fields` that holds something, as it is written or as people head a column: "Conversation ID". */
function firstNamed(record: JsonRecord, fields: readonly string[], others: RegExp): unknown {
  const exact = firstOf(record, fields)
  if (exact !== undefined) return exact
  const known = fields.map(plain)
  const rank = (key: string) => {
    const at = known.indexOf(plain(key))
    return at === -1 ? known.length : at
  }
  const keys = Object.keys(record).filter((key) => rank(key) < known.length || others.test(plain(key)))
  return firstOf(
    record,
    keys.toSorted((a, b) => rank(a) - rank(b)),
  )
}

/** What stands in a record beside `taken` and its id and time. */
export function restOf(record: JsonRecord, taken: readonly string[] = []): JsonRecord {
  const gone = new Set([...taken, ...idFields, ...timeFields])
  return Object.fromEntries(Object.entries(record).filter(([key]) => !gone.has(key)))
}
