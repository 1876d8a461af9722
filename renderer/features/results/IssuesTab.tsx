import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatMonth } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import styles from '../../parts/figures/figures.module.css'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { Pager } from '../../ui/tables/Pager.tsx'
import { RowLink } from '../../ui/tables/RowLink.tsx'
import { Table } from '../../ui/tables/Table.tsx'
import { words } from './words.ts'

const limit = 50

const columns = [
  { heading: words.issue, width: '160px' },
  { heading: words.standard, width: '200px' },
  { heading: words.foundationSection, width: '160px' },
  { heading: words.note },
  { heading: words.month, width: '144px' },
]

/** What missed a standard, and why, newest review first. */
export function IssuesTab({ workflowId }: { workflowId: number }) {
  const [offset, setOffset] = useState(0)
  const issues = useQuery(
    orpc.results.issues.queryOptions({
      input: { workflowId, offset, limit },
      placeholderData: keepPreviousData,
    }),
  )
  if (issues.isPending) return <Loading />
  if (issues.isError) return <ErrorNote error={issues.error} />
  const { rows, total } = issues.data
  if (total === 0) {
    return <EmptyState title={words.noIssuesSoFar}>{words.anIssueIsWrittenWhen}</EmptyState>
  }
  return (
    <Card>
      <Table label={words.issues} columns={columns}>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <RowLink href={`/outputs/${row.itemId}`}>{row.type}</RowLink>
              </th>
              <td>
                {row.standard}
                {row.isMustPass && <span className={styles.warning}>{words.mustPass}</span>}
              </td>
              <td>{row.section ?? <span className={layout.quiet}>–</span>}</td>
              <td className={styles.note}>{row.note || <span className={layout.quiet}>–</span>}</td>
              <td className={layout.noWrap}>{formatMonth(row.month, locale)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Pager
        offset={offset}
        limit={limit}
        total={total}
        noun={['issue', 'issues']}
        order={words.newestFirst}
        onMove={setOffset}
      />
    </Card>
  )
}
