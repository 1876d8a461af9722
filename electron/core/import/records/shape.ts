import type { ImportField, ImportFormat } from '../../../../shared/contract/imports.ts'
import { isRecord, type JsonRecord } from '../formats/json-value.ts'
import { firstOf, textIn } from './cells.ts'
import { idOf, restOf, timeOf } from './known-fields.ts'
import { type Answer, answersOf, inOrder, type Turn } from './turns.ts'

/** What one output of a record says, and what else stands in it; or why it has none. */
export type Opened = { fields: Partial<Record<ImportField, string>>; rest: JsonRecord } | { failed: string }

/** How a tool writes its records, and what the outputs in one of them are. */
export type Shape = {
  /** As the owner knows it: "Langfuse". */
  name: string
  format?: ImportFormat
  fits: (record: JsonRecord) => boolean
  /** The id of the call a record is a step of; "" where it is none. */
  stepOf?: (record: JsonRecord) => string
  open: (record: JsonRecord) => Opened[]
}

/** The answers of a conversation as outputs of its record. */
export function openTurns(turns: readonly Turn[], record: JsonRecord, taken: readonly string[]): Opened[] {
  const rest = restOf(record, taken)
  const said = inOrder(turns.map((turn) => ({ turn }))).map(({ turn }) => turn)
  return answersOf(said).map((answer) => ({
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
