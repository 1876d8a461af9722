import type { Change, ChangeKind } from '../../shared/contract/changes.ts'

/** The kinds of changes as a saved log shows them. A word that was shown once is still read. */
export const changeKindLabels: Readonly<Record<ChangeKind, string>> = {
  foundation: 'Foundation',
  prompt: 'Prompt',
  model: 'Model',
  measure: 'Measure',
  other: 'Other',
}

/** What a row of a log saved by Evenkeel says in codes, so that the words around it may change. */
export type LogMark = { number: number | null; revertedBy: number | null; isStartingPoint: boolean }

/** The name of the column of codes: part of the file format, so it stays, whatever the other columns are called. */
export const logMarkColumn = 'evenkeel:change'

/** The columns of the logs that were saved before there were codes, all of them. */
const columnsWithoutCodes =
  'Number|Date|Workflow|Kind|What|From|To|Why|Decided by|Approved by|Before|After|Difference|Verdict|Shared effect|Rolled back by|Recorded|Recorded by'

/** Whether columns of these names are those of a log that Evenkeel saved. */
export const isOwnLog = (names: readonly string[]): boolean =>
  names.includes(logMarkColumn) || columnsWithoutCodes.split('|').every((name) => names.includes(name))

type Marked = Pick<Change, 'number' | 'revertedBy' | 'isStartingPoint'>

/** "12", "12 by 14" where change 14 went back on it, "1 start" for a starting point. */
export const writeLogMark = ({ number, revertedBy, isStartingPoint }: Marked): string =>
  [`${number}`, revertedBy === null ? '' : ` by ${revertedBy}`, isStartingPoint ? ' start' : ''].join('')

/** The codes of a row of such a log; empty for a row that somebody added. `cell` is '' for a column that is missing. */
export function readLogMark(cell: (column: string) => string, names: readonly string[]): LogMark {
  if (!names.includes(logMarkColumn)) {
    return {
      number: wholeNumber(cell('Number')),
      revertedBy: wholeNumber(cell('Rolled back by')),
      isStartingPoint: false,
    }
  }
  const mark = /^(\d+)(?: by (\d+))?( start)?$/.exec(cell(logMarkColumn).trim())
  const [, number = '', revertedBy = '', start] = mark ?? []
  return {
    number: wholeNumber(number),
    revertedBy: wholeNumber(revertedBy),
    isStartingPoint: start !== undefined,
  }
}

function wholeNumber(text: string): number | null {
  const number = Number(text || Number.NaN)
  return Number.isInteger(number) ? number : null
}
