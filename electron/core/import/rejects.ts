import type { RowProblem } from '../../../shared/contract/imports.ts'
import { csvText } from '../csv.ts'

/** The problems of an import as a CSV file: row, column, reason. */
export function rejectsCsv(problems: readonly RowProblem[]): string {
  return csvText([
    ['Row', 'Column', 'Reason'],
    ...problems.map((problem) => [problem.row, problem.column, problem.reason]),
  ])
}
