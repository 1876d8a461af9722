import type { WorkflowResults } from '../../../shared/contract/results.ts'
import styles from '../../parts/figures/figures.module.css'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Section } from '../../ui/layout/Section.tsx'
import { Table } from '../../ui/tables/Table.tsx'

const columns = [
  { heading: 'Foundation section', className: styles.third },
  { heading: 'Issues, 3 months', width: '136px', isNumber: true },
  { heading: 'Most often', width: '50%' },
]

/** Which Foundation sections the issues of the last months point to, the most named first. */
export function IssueSections({ issues }: { issues: WorkflowResults['issues'] }) {
  return (
    <Section title="Where the issues point">
      <Card>
        {issues.length === 0 ? (
          <p className={layout.quiet}>No issues in the last three months.</p>
        ) : (
          <Table label="Issues by Foundation section" columns={columns}>
            <tbody>
              {issues.map((issue) => (
                <tr key={issue.section}>
                  <th scope="row">{issue.section}</th>
                  <td data-number>{issue.count}</td>
                  <td>{issue.mostOften}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
      </Card>
    </Section>
  )
}
