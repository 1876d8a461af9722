import type { WorkflowResults } from '../../../shared/contract/results.ts'
import { formatDayOfYear } from '../../../shared/domain/format.ts'
import { decidedOn } from '../../parts/documents/document-words.ts'
import styles from '../../parts/figures/figures.module.css'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { count } from '../../ui/lib/count.ts'
import { locale } from '../../ui/lib/locale.ts'
import { RowLink } from '../../ui/tables/RowLink.tsx'
import { Table } from '../../ui/tables/Table.tsx'
import { words } from './words.ts'

const columns = [
  { heading: words.foundationSection, className: styles.third },
  { heading: words.issues, width: '72px', isNumber: true },
  { heading: words.mostOften },
  { heading: words.wordingLastChecked, width: '168px', isNumber: true },
]

type Props = { issues: WorkflowResults['issues']; span: string; today: string }

/** Which Foundation sections the issues of the last months point to, the most named first; a row opens its wording. */
export function IssueSections({ issues, span, today }: Props) {
  const total = issues.reduce((sum, issue) => sum + issue.count, 0)
  return (
    <Card>
      <h2 className={styles.partHeading}>
        {words.whereTheIssuesPoint}
        <small>
          {total === 0
            ? words.noIssuePointsToThe(span)
            : words.aRowOpensItsWording(count(total, 'issue', locale), span)}
        </small>
      </h2>
      {issues.length > 0 && (
        <Table label={words.issuesByFoundationSection} columns={columns}>
          <tbody>
            {issues.map(({ section, sectionId, count: issueCount, mostOften, note, lastDecided }) => (
              <tr key={section}>
                <th scope="row">
                  {sectionId === null ? (
                    section
                  ) : (
                    <RowLink href={`/foundation/${sectionId}`}>{section}</RowLink>
                  )}
                </th>
                <td data-number>{issueCount}</td>
                <td>{note === '' ? mostOften : `${mostOften}: ${note}`}</td>
                <td className={layout.quiet} data-number>
                  {lastDecided === null
                    ? '–'
                    : decidedOn(lastDecided, formatDayOfYear(lastDecided.on, today, locale))}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  )
}
