import { isSameWording } from '../../../shared/domain/text/same-wording.ts'
import type { SectionPiece } from './section-pieces.ts'

export type Existing = {
  id: number
  name: string
  text: string
  version: { number: number; liveOn: string } | null
}
export type Verdict = 'take' | 'leave'
/** A section of the newer document, the one it stands for (null where it is new), and what becomes of it. */
export type Compared = { piece: SectionPiece; standsFor: Existing | null; isSame: boolean }

/** What the document says against what is in force, in the order of the document. */
export function comparedOf(
  pieces: readonly SectionPiece[],
  { existing, targets }: { existing: readonly Existing[]; targets: ReadonlyMap<number, number | null> },
): Compared[] {
  return pieces.map((piece) => {
    const id = targets.get(piece.key) ?? null
    const standsFor = existing.find((section) => section.id === id) ?? null
    const isSame = standsFor?.version != null && isSameWording(standsFor.text, piece.text)
    return { piece, standsFor, isSame }
  })
}

/** The sections in force that nothing in the document stands for. */
export const missingOf = (compared: readonly Compared[], existing: readonly Existing[]) =>
  existing.filter(({ id }) => !compared.some(({ standsFor }) => standsFor?.id === id))

/** What keeps the decisions from being taken, by the key of the piece. */
export function undecidedOf(
  compared: readonly Compared[],
  verdicts: ReadonlyMap<number, Verdict>,
  say: { decide: string; twice: (name: string) => string; taken: string },
): Map<number, string> {
  const problems = new Map<number, string>()
  const [ids, names] = [new Set<number>(), new Set<string>()]
  for (const { piece, standsFor, isSame } of compared) {
    if (isSame) continue
    const verdict = verdicts.get(piece.key)
    if (verdict === undefined) problems.set(piece.key, say.decide)
    if (verdict !== 'take') continue
    const name = piece.name.trim().toLowerCase()
    if (standsFor && ids.has(standsFor.id)) problems.set(piece.key, say.twice(standsFor.name))
    else if (!standsFor && names.has(name)) problems.set(piece.key, say.taken)
    if (standsFor) ids.add(standsFor.id)
    else names.add(name)
  }
  return problems
}
