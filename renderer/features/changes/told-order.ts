import type { ToldChange } from '../../../shared/contract/changes.ts'
import { certaintyOf } from '../../../shared/domain/effects/standing.ts'

export type ToldColumn = 'what' | 'effect' | 'certainty'
export type ToldOrder = { column: ToldColumn; isReversed: boolean }

/** How editing moved, a fraction; null where it cannot be told. */
const differenceOf = ({ effect }: ToldChange) => effect.looks.at(-1)?.difference ?? null

const certainty = ({ effect }: ToldChange) => {
  const look = effect.looks.at(-1)
  return look ? certaintyOf(look) : 0
}

const outputs = ({ effect }: ToldChange) => effect.looks.at(-1)?.after.n ?? 0

/** By effect the greatest help first, what cannot be told last; by certainty the surest first. */
export function inOrder(rows: readonly ToldChange[], { column, isReversed }: ToldOrder, locale: string) {
  const compare: Readonly<Record<ToldColumn, (a: ToldChange, b: ToldChange) => number>> = {
    what: (a, b) => a.what.localeCompare(b.what, locale),
    effect: (a, b) => (differenceOf(a) ?? 0) - (differenceOf(b) ?? 0),
    certainty: (a, b) => certainty(b) - certainty(a) || outputs(b) - outputs(a),
  }
  const [told, untold] = [
    rows.filter((row) => isTold(row, column)),
    rows.filter((row) => !isTold(row, column)),
  ]
  const sorted = told.toSorted((a, b) => compare[column](a, b) || b.number - a.number)
  return [...(isReversed ? sorted.toReversed() : sorted), ...untold]
}

const isTold = (row: ToldChange, column: ToldColumn) => column !== 'effect' || differenceOf(row) !== null
