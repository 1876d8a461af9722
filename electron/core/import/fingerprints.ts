import { hash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { ImportedRow } from '../../../shared/contract/imports.ts'
import { findPersonalData } from '../../../shared/domain/text/personal-data.ts'
import { textKey } from '../../../shared/domain/text/text-key.ts'

/**
 * What a batch of rows is recognised by, one entry a row, each 16 bytes as a binary string. `row`: beside a record
 * that is the same, what else stands in it (length and checksum); `record`: the output it is about, by its ID and what the AI wrote, or where it has no ID by request,
 * AI text and day; `text`: its two texts alone. `personalData` lists the kinds found, null for none.
 */
export type Fingerprints = {
  row: string[]
  record: string[]
  text: string[]
  personalData: (string | null)[]
}

/** Computed where the rows are read, so that a large file keeps the main thread free. `sources` are their cells. */
export function fingerprintsOf(
  rows: readonly ImportedRow[],
  sources: readonly (readonly string[])[] = [],
): Fingerprints {
  // One text is the key of both where there is no final version.
  const keys = rows.map(({ aiText }) => textKey(aiText, null))
  return {
    row: rows.map(({ row: _, ...said }, index) =>
      checksum(sources[index]?.join('\u0000') ?? JSON.stringify(said)),
    ),
    record: rows.map((row, index) => recordOf(row, keys[index] ?? '')),
    text: rows.map((row, index) => textOf(row, keys[index])),
    personalData: rows.map(personalDataIn),
  }
}

function recordOf({ externalId, request, occurredOn }: ImportedRow, text: string): string {
  return sha(JSON.stringify(externalId === null ? [request, text, occurredOn] : [externalId, text]))
}

/** An output known by its ID alone is like no other. `key` is its text key without the final version. */
export function textOf(
  { externalId, aiText, finalText }: Omit<ImportedRow, 'row'>,
  key = textKey(aiText, null),
): string {
  if (aiText === '') return sha(JSON.stringify(['by reference', externalId]))
  return sha(finalText === null ? key : textKey(aiText, finalText))
}

/** How an output was recognised before its ID was: by all that was read of it. */
export const formerRecordOf = ({ request, aiText, finalText, occurredOn, externalId, person }: ImportedRow) =>
  sha(JSON.stringify([request, aiText, finalText, occurredOn, externalId, person]))

/** The record of the nth output that is recognised by the same. */
export const repeatOf = (record: string, nth: number) => (nth === 1 ? record : sha(`${record}${nth}`))

const checksum = (text: string) => `${text.length}:${crc32(text)}`

// 128 bits tell texts apart as surely as 256 and keep the index half as large.
const sha = (text: string) => hash('sha256', text, 'binary').slice(0, 16)

export function personalDataIn({
  request,
  aiText,
  finalText,
}: Pick<ImportedRow, 'request' | 'aiText' | 'finalText'>) {
  const found = findPersonalData([request, aiText, finalText].filter(Boolean).join('\n'))
  return found.length === 0 ? null : found.map(({ kind }) => kind).join(',')
}
