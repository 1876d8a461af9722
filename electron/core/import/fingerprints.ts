import { hash } from 'node:crypto'
import type { ImportedRow } from '../../../shared/contract/imports.ts'
import { findPersonalData } from '../../../shared/domain/text/personal-data.ts'
import { textKey } from '../../../shared/domain/text/text-key.ts'

/**
 * What a batch of rows is recognised by, one entry a row: `record` by everything it says, `text` by its two
 * texts alone; both 16 bytes as a binary string. `personalData` lists the kinds found, null for none.
 */
export type Fingerprints = { record: string[]; text: string[]; personalData: (string | null)[] }

/** Computed where the rows are read, so that a large file keeps the main thread free. */
export function fingerprintsOf(rows: readonly ImportedRow[]): Fingerprints {
  return {
    record: rows.map(({ request, aiText, finalText, occurredOn, externalId, person }) =>
      sha(JSON.stringify([request, aiText, finalText, occurredOn, externalId, person])),
    ),
    text: rows.map(({ aiText, finalText }) => sha(textKey(aiText, finalText))),
    personalData: rows.map(personalDataIn),
  }
}

// 128 bits tell texts apart as surely as 256 and keep the index half as large.
const sha = (text: string) => hash('sha256', text, 'binary').slice(0, 16)

function personalDataIn({ request, aiText, finalText }: ImportedRow): string | null {
  const found = findPersonalData([request, aiText, finalText].filter(Boolean).join('\n'))
  return found.length === 0 ? null : found.map(({ kind }) => kind).join(',')
}
