import type { WorkflowLine } from '../../../shared/contract/results.ts'
import type { Status } from '../../../shared/contract/reviews/findings.ts'
import { type Month, monthsFrom } from '../../../shared/domain/time/dates.ts'

const ranks: Readonly<Record<Status, number>> = {
  update_due: 0,
  update_suggested: 1,
  watch: 3,
  finding_lines: 4,
  not_enough: 5,
  on_target: 6,
}
const earlySign = 2
const noResult = 4
const retired = 7

function rankOf({ stage, finding }: WorkflowLine): number {
  if (stage === 'retired') return retired
  if (finding === null) return noResult
  const rank = ranks[finding.status]
  return finding.headline.kind === 'early_sign' ? Math.min(rank, earlySign) : rank
}

/** What needs the owner first stands first; the rest keep their order. */
export const mostPressingFirst = (lines: readonly WorkflowLine[]): WorkflowLine[] =>
  lines.toSorted((one, other) => rankOf(one) - rankOf(other))

export type LineOrder = { by: 'name' | 'status' | 'editing' | 'next'; isAscending: boolean }

const keys: Readonly<Record<LineOrder['by'], (line: WorkflowLine) => number | string | null>> = {
  name: ({ name }) => name,
  status: rankOf,
  editing: ({ finding }) => finding?.figure.mean ?? null,
  next: ({ nextReviewOn }) => nextReviewOn,
}

/** In an order of the owner's choice; what is not known stands last. */
export function sortLines(
  lines: readonly WorkflowLine[],
  { by, isAscending }: LineOrder,
  locale: string,
): WorkflowLine[] {
  const key = keys[by]
  const direction = isAscending ? 1 : -1
  return lines.toSorted((one, other) => {
    const [a, b] = [key(one), key(other)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    const difference = typeof a === 'string' ? a.localeCompare(String(b), locale) : a - Number(b)
    return direction * difference
  })
}

const smallestTop = 0.3
const sparkMonths = 12

/** The one scale on which the courses of several workflows stand: months to the newest, shares from zero. */
export type SparkScale = { months: readonly Month[]; top: number }

export function sparkScale(lines: readonly WorkflowLine[]): SparkScale {
  const points = lines.flatMap(({ spark }) => spark)
  const months = points.map(({ month }) => month).sort()
  const [first, last] = [months[0], months.at(-1)]
  const all = first === undefined || last === undefined ? [] : monthsFrom(first, last)
  return { months: all.slice(-sparkMonths), top: Math.max(smallestTop, ...points.map(({ mean }) => mean)) }
}

/** How many outputs stand behind every figure, where it is the same number; null where they differ. */
export function sameNumber(lines: readonly WorkflowLine[]): number | null {
  const [first, ...others] = new Set(
    lines.flatMap(({ finding }) => (finding?.figure.mean == null ? [] : finding.figure.known)),
  )
  return first === undefined || others.length > 0 ? null : first
}
