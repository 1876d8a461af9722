import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { OutputIssue, OutputOrder, ReviewedOutput } from '../../../shared/contract/outputs.ts'
import { formatMonth, formatShare } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { Matches } from '../../ui/tables/Matches.tsx'
import { Pager } from '../../ui/tables/Pager.tsx'
import { RowLink } from '../../ui/tables/RowLink.tsx'
import { type Column, Table } from '../../ui/tables/Table.tsx'
import { OutputFilters } from './OutputFilters.tsx'
import { addressOf, type ListState, readAddress, sortedBy } from './output-address.ts'
import styles from './outputs.module.css'
import { orderWords, words } from './words.ts'

const limit = 50

/** Every output reviewed for a workflow with what was said about it; each opens as it was judged. */
export function OutputList({ workflowId }: { workflowId: number }) {
  const [path, navigate] = useLocation()
  const address = useSearch()
  const state = readAddress(address)
  const { offset, order, ...filter } = readAddress(useDeferredValue(address))
  const outputs = useQuery(
    orpc.results.outputs.queryOptions({
      input: { ...filter, workflowId, order, offset, limit },
      placeholderData: keepPreviousData,
    }),
  )
  if (outputs.isPending) return <Loading />
  if (outputs.isError) return <ErrorNote error={outputs.error} />
  const { rows, total, all } = outputs.data
  if (all === 0) {
    return <EmptyState title={words.noReviewedOutputsYet}>{words.everyOutputYouReviewIs}</EmptyState>
  }
  const show = (next: ListState) => navigate(`${path}${addressOf(next)}`, { replace: true })
  return (
    <section className={layout.stack} aria-label={words.reviewedOutputs}>
      <OutputFilters workflowId={workflowId} state={state} onChange={show} />
      <Matches isEmpty={total === 0} none={words.noOutputMatches}>
        <Card>
          <Table
            label={words.reviewedOutputs}
            columns={columnsOf(state.order, (by) => show(sortedBy(state, by)))}
          >
            <tbody>
              {rows.map((row) => (
                <Row key={row.itemId} row={row} />
              ))}
            </tbody>
          </Table>
          <Pager
            offset={offset}
            limit={limit}
            total={total}
            all={all}
            noun={['output', 'outputs']}
            order={orderWords(order)}
            onMove={(from) => show({ ...state, offset: from })}
          />
        </Card>
      </Matches>
    </section>
  )
}

function columnsOf(order: OutputOrder, onSort: (by: OutputOrder['by']) => void): Column[] {
  const sort = (by: OutputOrder['by']): NonNullable<Column['sort']> => ({
    order: order.by !== by ? null : order.isAscending ? 'ascending' : 'descending',
    onSort: () => onSort(by),
  })
  return [
    { heading: words.output },
    { heading: words.month, width: '156px', sort: sort('month') },
    { heading: words.editing, width: '88px', isNumber: true, sort: sort('editing') },
    { heading: words.whatMissed, width: '368px' },
    { heading: words.satisfaction, width: '112px', isNumber: true, sort: sort('satisfaction') },
  ]
}

function Row({ row }: { row: ReviewedOutput }) {
  const { itemId, month, position, editing, issues, satisfaction, isFitToSend, isFlagged } = row
  return (
    <tr>
      <th scope="row">
        <RowLink href={`/outputs/${itemId}`} className={styles.excerpt}>
          {row.excerpt}
        </RowLink>
      </th>
      <td className={layout.noWrap}>
        {formatMonth(month, locale)}
        <span className={layout.quiet}> · {position}</span>
      </td>
      <td data-number>{editing === null ? '–' : formatShare(editing, locale)}</td>
      <td>
        {issues.length === 0 && <span className={layout.quiet}>{words.allMet}</span>}
        {issues.map((issue) => (
          <Issue key={issue.id} issue={issue} />
        ))}
        {(isFlagged || !isFitToSend) && (
          <div className={styles.marks}>
            {!isFitToSend && <span className={styles.notFit}>{words.notFitToSend}</span>}
            {isFlagged && <span className={layout.quiet}>{words.flagged}</span>}
          </div>
        )}
      </td>
      <td data-number>{satisfaction === null ? '–' : words.of5(satisfaction)}</td>
    </tr>
  )
}

/** "Accurate: Out of date, Offer and prices. Uses the spring prices." */
function Issue({ issue: { standard, type, section, note } }: { issue: OutputIssue }) {
  return (
    <div className={styles.issue}>
      {standard}
      <span className={layout.quiet}>
        {`: ${[type, section].filter(Boolean).join(', ')}${note === '' ? '' : `. ${note}`}`}
      </span>
    </div>
  )
}
