import type { ImportedRow } from '../../../../shared/contract/imports.ts'
import { textKey } from '../../../../shared/domain/text/text-key.ts'
import { type Fingerprints, formerRecordOf, repeatOf } from '../../import/fingerprints.ts'
import type { KnownOutput, OutputsRepository, Said } from './repository.ts'

/** Where rows go. Rows without a date belong to `undatedMonth`; `onlyMonth` leaves out dated rows of others. */
export type Destination = {
  workflowId: number
  importId: number
  undatedMonth: string
  onlyMonth: string | null
}

/** What a row is to the outputs that are here. `kept` rows are here and stay as a finished review used them. */
export type Sorted =
  | { as: 'new'; month: string; record: string }
  | { as: 'completed'; month: string; output: KnownOutput; said: Said }
  | { as: 'alreadyIn' | 'duplicates' | 'otherMonth' | 'kept' }

const fields = [
  'request',
  'finalText',
  'occurredOn',
  'externalId',
  'person',
  'editMinutes',
  'satisfaction',
] as const

/**
 * Tells row by row what is new. An output is known by its ID and what the AI wrote; the nth of the same in a file is
 * the nth of the same here. Without an ID request, text and day stand for it.
 */
export function createSorter(repository: OutputsRepository, to: Destination) {
  const { workflowId, importId, undatedMonth, onlyMonth } = to
  const { hasOthers, hasFormer } = repository.earlierThan(workflowId, importId)
  const rows = new Set<string>()
  const counts = new Map<string, number>()
  const found = new Set<number>()

  function known(row: ImportedRow, record: string): KnownOutput | undefined {
    const same = repository.knownByRecord(workflowId, record)
    if (same && !found.has(same.id)) return same
    const byId = row.externalId === null ? undefined : knownById(row, row.externalId)
    if (byId || !hasFormer) return byId
    return repository.knownByRecord(workflowId, formerRecordOf(row))
  }

  /** The output of the same ID: with the same text, with none on either side, or asked the same on the same day. */
  function knownById(row: ImportedRow, externalId: string): KnownOutput | undefined {
    const candidates = repository
      .knownById(workflowId, externalId, importId)
      .filter(({ id }) => !found.has(id))
    const text = textKey(row.aiText, null)
    return (
      candidates.find(({ said }) => textKey(said.aiText, null) === text) ??
      candidates.find(({ said }) => said.aiText === '' || row.aiText === '') ??
      candidates.find(
        ({ said }) =>
          said.request !== null && said.request === row.request && said.occurredOn === row.occurredOn,
      )
    )
  }

  return function sort(row: ImportedRow, at: number, prints: Fingerprints): Sorted {
    const same = prints.record[at] ?? ''
    const print = same + (prints.row[at] ?? '')
    if (rows.has(print)) return { as: 'duplicates' }
    rows.add(print)
    const nth = (counts.get(same) ?? 0) + 1
    counts.set(same, nth)
    const month = row.occurredOn?.slice(0, 7) ?? undatedMonth
    if (onlyMonth !== null && row.occurredOn !== null && month !== onlyMonth) return { as: 'otherMonth' }
    const record = repeatOf(same, nth)
    const output = hasOthers ? known(row, record) : undefined
    if (!output) return { as: 'new', month, record }
    found.add(output.id)
    const said = completedBy(output.said, row)
    if (said === null) return { as: 'alreadyIn' }
    return output.isFinished ? { as: 'kept' } : { as: 'completed', month: output.month, output, said }
  }
}

/** What an output says with what a row adds or says anew; null where that is nothing. */
function completedBy(before: Said, row: ImportedRow): Said | null {
  const added = fields.map((field) => [field, row[field] ?? before[field]])
  const after: Said = { ...before, ...Object.fromEntries(added) }
  if (before.occurredOn !== null) after.occurredOn = before.occurredOn
  if (before.aiText === '') after.aiText = row.aiText
  return JSON.stringify(after) === JSON.stringify(before) ? null : after
}
