import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatMonth, formatShare } from '../../../shared/domain/format.ts'
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
  { heading: words.output },
  { heading: words.month, width: '168px' },
  { heading: words.editing, width: '80px', isNumber: true },
  { heading: words.notMet, width: '232px' },
  { heading: words.satisfaction, width: '104px', isNumber: true },
]

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
    return <EmptyState title={words.noReviewedOutputsYet}>{words.everyOutputYouReviewIs}</EmptyState>
  }
  return (
    <Card>
      <Table label={words.reviewedOutputs} columns={columns}>
        <tbody>
          {rows.map((row) => (
            <tr key={row.itemId}>
              <th scope="row" className={styles.excerptCell}>
                <RowLink href={`/outputs/${row.itemId}`} className={styles.excerpt}>
                  {row.excerpt}
                </RowLink>
              </th>
              <td className={layout.noWrap}>
                {formatMonth(row.month, locale)}
                <span className={layout.quiet}> · {row.position}</span>
              </td>
              <td data-number>{row.editing === null ? '–' : formatShare(row.editing, locale)}</td>
              <td>
                {row.notMet.join(', ') || <span className={layout.quiet}>{words.none}</span>}
                {!row.isFitToSend && <span className={styles.warning}>{words.notFitToSend}</span>}
                {row.isFlagged && <span className={layout.quiet}>{words.flagged}</span>}
              </td>
              <td data-number>{row.satisfaction === null ? '–' : words.of5(row.satisfaction)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Pager
        offset={offset}
        limit={limit}
        total={total}
        noun={['output', 'outputs']}
        order={words.newestFirst}
        onMove={setOffset}
      />
    </Card>
  )
}
