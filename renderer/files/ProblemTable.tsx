import type { RowProblem } from '../../shared/contract/imports.ts'
import { formatNumber } from '../../shared/domain/format.ts'
import { locale } from '../ui/lib/locale.ts'
import { Table } from '../ui/tables/Table.tsx'
import styles from './files.module.css'
import { words } from './words.ts'

const columns = [
  { heading: words.row, width: '72px', isNumber: true },
  { heading: words.column, width: '25%' },
  { heading: words.reason },
  { heading: words.rowKept, width: '200px' },
]

/** What could not be read from a file, by row and column, and whether the row was kept without it. */
export function ProblemTable({ problems }: { problems: readonly RowProblem[] }) {
  return (
    <div className={styles.problems}>
      <Table label={words.problems2} columns={columns}>
        <tbody>
          {problems.map((problem) => (
            <tr key={`${problem.row} ${problem.column} ${problem.reason}`}>
              <td data-number>{formatNumber(problem.row, 0, locale)}</td>
              <td>{problem.column ?? '–'}</td>
              <td>{problem.reason}</td>
              <td>{problem.kept ? words.yesWithoutThisValue : words.no}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}
