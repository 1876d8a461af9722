import type { WorkflowResults } from '../../../shared/contract/results.ts'
import styles from '../../parts/figures/figures.module.css'
import { Card } from '../../ui/layout/Card.tsx'
import { Table } from '../../ui/tables/Table.tsx'

const columns = [
  { heading: 'Foundation section', className: styles.third },
  { heading: 'Issues, 3 months', width: '136px', className: styles.number },
  { heading: 'Most often', width: '50%', className: styles.afterNumber },
]

/** Which Foundation sections the issues of the last months point to, the most named first. */
export function IssueSections({ issues }: { issues: WorkflowResults['issues'] }) {
  return (
    <section className={styles.section} aria-labelledby="issues-point">
      <h2 id="issues-point" className={styles.smallHeading}>
        Where the issues point
      </h2>
      <Card>
        {issues.length === 0 ? (
          <p className={styles.quiet}>No issues in the last three months.</p>
        ) : (
          <Table label="Issues by Foundation section" columns={columns}>
            <tbody>
              {issues.map((issue) => (
                <tr key={issue.section}>
                  <th scope="row">{issue.section}</th>
                  <td className={styles.number}>{issue.count}</td>
                  <td className={styles.afterNumber}>{issue.mostOften}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
      </Card>
    </section>
  )
}
