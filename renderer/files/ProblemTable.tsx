import type { RowProblem } from '../../shared/contract/imports.ts'
import { formatNumber } from '../../shared/domain/format.ts'
import { locale } from '../ui/lib/locale.ts'
import { Table } from '../ui/tables/Table.tsx'
import styles from './files.module.css'

/** What could not be read from a file, by row and column, and whether the row was kept without it. */
export function ProblemTable({ problems }: { problems: readonly RowProblem[] }) {
  return (
    <div className={styles.problems}>
      <Table label="Problems">
        <thead>
          <tr>
            <th scope="col" className={styles.number}>
              Row
            </th>
            <th scope="col" className={styles.afterNumber}>
              Column
            </th>
            <th scope="col">Reason</th>
            <th scope="col">Row kept</th>
          </tr>
        </thead>
        <tbody>
          {problems.map((problem) => (
            <tr key={`${problem.row} ${problem.column} ${problem.reason}`}>
              <td className={styles.number}>{formatNumber(problem.row, 0, locale)}</td>
              <td className={styles.afterNumber}>{problem.column ?? '–'}</td>
              <td>{problem.reason}</td>
              <td>{problem.kept ? 'Yes, without this value' : 'No'}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}
