import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { formatMonth, formatShare } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import styles from '../../parts/figures/figures.module.css'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { Pager } from '../../ui/tables/Pager.tsx'
import { Table } from '../../ui/tables/Table.tsx'

const limit = 50

/** Every output reviewed for a workflow, newest review first; each opens as it was judged. */
export function OutputsTab({ workflowId }: { workflowId: number }) {
  const [offset, setOffset] = useState(0)
  const outputs = useQuery(
    orpc.results.outputs.queryOptions({
      input: { workflowId, offset, limit },
      placeholderData: keepPreviousData,
    }),
  )
  if (outputs.isPending) return <Loading />
  if (outputs.isError) return <ErrorNote error={outputs.error} />
  const { rows, total } = outputs.data
  if (total === 0) {
    return (
      <EmptyState title="No reviewed outputs yet">
        Every output you review is kept here with what you said about it.
      </EmptyState>
    )
  }
  return (
    <Card>
      <Table label="Reviewed outputs">
        <thead>
          <tr>
            <th scope="col">Output</th>
            <th scope="col">Month</th>
            <th scope="col" className={styles.number}>
              Editing
            </th>
            <th scope="col" className={styles.afterNumber}>
              Not met
            </th>
            <th scope="col" className={styles.number}>
              Satisfaction
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.itemId}>
              <th scope="row" className={styles.excerptCell}>
                <Link href={`/outputs/${row.itemId}`} className={styles.excerpt}>
                  {row.excerpt}
                </Link>
              </th>
              <td className={styles.noWrap}>
                {formatMonth(row.month, locale)}
                <span className={styles.quiet}> · {row.position}</span>
              </td>
              <td className={styles.number}>
                {row.editing === null ? '–' : formatShare(row.editing, locale)}
              </td>
              <td className={styles.afterNumber}>
                {row.notMet.join(', ') || <span className={styles.quiet}>None</span>}
                {!row.isFitToSend && <span className={styles.warning}> · not fit to send</span>}
                {row.isFlagged && <span className={styles.quiet}> · flagged</span>}
              </td>
              <td className={styles.number}>
                {row.satisfaction === null ? '–' : `${row.satisfaction} of 5`}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Pager offset={offset} limit={limit} total={total} onMove={setOffset} />
    </Card>
  )
}
