import type { GridRow } from '../../../../shared/contract/model-tests/outputs.ts'
import type { ModelTest, Side, TestWorkflow } from '../../../../shared/contract/model-tests/test.ts'
import { count } from '../../../parts/figures/words.ts'
import { words } from './words.ts'

export type Cell = GridRow['current']

/** One place of the grid: the output of one side for one input. */
export type Place = { inputId: number; side: Side }

const sides: readonly Side[] = ['current', 'candidate']

const sourceLabels: Readonly<Record<NonNullable<Cell['source']>, string>> = {
  api: words.fetched,
  paste: words.pasted,
  file: words.fromAFile,
}

/** What stands in a cell. Not how long it is: a length remembered would tell the sides apart while comparing. */
export function cellWords({ hasOutput, source }: Cell): string {
  if (!hasOutput) return words.missing
  return source === null ? words.here : sourceLabels[source]
}

/** The place to go on with after `from`: the next missing one of the same side, then of the other. */
export function nextMissing(rows: readonly GridRow[], from: Place): Place | null {
  const start = rows.findIndex(({ inputId }) => inputId === from.inputId)
  const inOrder = [...rows.slice(start + 1), ...rows.slice(0, start + 1)]
  for (const side of [from.side, ...sides.filter((other) => other !== from.side)]) {
    const row = inOrder.find(
      (each) => !each[side].hasOutput && !isSame({ inputId: each.inputId, side }, from),
    )
    if (row) return { inputId: row.inputId, side }
  }
  return null
}

/** The first place without an output, candidate's after current's; null when all are there. */
export function firstMissing(rows: readonly GridRow[]): Place | null {
  for (const side of sides) {
    const row = rows.find((each) => !each[side].hasOutput)
    if (row) return { inputId: row.inputId, side }
  }
  return null
}

export const isSame = (first: Place | null, second: Place | null) =>
  first?.inputId === second?.inputId && first?.side === second?.side

/** How many outputs are missing, by side. */
export function missingWords(rows: readonly GridRow[], locale: string): string {
  const missing = sides.map((side) => rows.filter((row) => !row[side].hasOutput).length)
  const [current = 0, candidate = 0] = missing
  if (current + candidate === 0) return words.everyOutputIsHere
  const parts = [
    current === 0 ? '' : words.ofTheCurrentSide(count(current, 'output', locale)),
    candidate === 0 ? '' : words.ofTheCandidate(count(candidate, 'output', locale)),
  ]
  return words.stillMissing(parts.filter((part) => part !== '').join(', '))
}

/** The workflow of a test that a row belongs to. */
export function workflowOf({ workflows }: ModelTest, row: GridRow): TestWorkflow | undefined {
  return workflows.find(({ workflowId }) => workflowId === row.workflowId)
}
