import { holdsEntry, readCopy } from '../db/backups/contents.ts'
import { readWitness, type Witness } from '../db/witness.ts'
import type { Held } from './copies.ts'
import type { Places } from './places.ts'

/**
 * Which company the files in the data folder are of, by the first entry of its log: what the note beside the database
 * and the newest backup say, else what can still be read. Null where nothing says it, or where the two differ.
 */
export function companyOf(places: Places, copies: readonly Held[]): string | null {
  const witness = readWitness(places.file)
  const backups = copies.filter(({ kind }) => kind === 'backup')
  const ofThisLine = backups.find(({ backup }) => (backup?.seq ?? 0) > (witness?.since ?? 0))
  const said = new Set([witness && noted(witness, copies), ofThisLine?.first].filter(isKnown))
  const [first = null] = said
  if (said.size > 0) return said.size === 1 ? first : null
  const [newest] = backups
  return newest?.first ?? copies.find(({ kind }) => kind === 'readable')?.first ?? null
}

const isKnown = (first: string | null | undefined): first is string => typeof first === 'string'

/** A note of an earlier version names its newest entry only: a copy that holds it is of the same company. */
function noted(witness: Witness, copies: readonly Held[]): string | null {
  if (witness.first !== undefined || witness.seq === 0) return witness.first ?? null
  return copies.find((copy) => holds(copy, witness))?.first ?? null
}

function holds({ path, backup }: Held, witness: Witness): boolean {
  try {
    return backup !== null && readCopy(path, (db) => holdsEntry(db, witness))
  } catch {
    return false
  }
}
