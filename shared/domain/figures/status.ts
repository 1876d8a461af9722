/** A workflow's lines, as fractions: below `target` is on target, above `update` an update is suggested. */
export type Lines = { target: number; update: number }

/** Lines as they are stored; null where they are not found yet. */
export function linesOf({
  targetLine,
  updateLine,
}: {
  targetLine: number | null
  updateLine: number | null
}): Lines | null {
  return targetLine === null || updateLine === null ? null : { target: targetLine, update: updateLine }
}

/** Shares of time, where the lines of a workflow measured by minutes begin. */
export const defaultLines: Readonly<Lines> = { target: 0.15, update: 0.2 }

/** How the outputs of a month were chosen. */
export type SampleKind = 'random' | 'by_hand'
