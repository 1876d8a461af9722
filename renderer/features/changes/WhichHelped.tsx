import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ToldChange } from '../../../shared/contract/changes.ts'
import { standingOf } from '../../../shared/domain/effects/standing.ts'
import { formatDay } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { VerdictBadge } from '../../ui/marks/VerdictBadge.tsx'
import { RowLink } from '../../ui/tables/RowLink.tsx'
import { Table } from '../../ui/tables/Table.tsx'
import { BeforeAfter } from './BeforeAfter.tsx'
import { Certainty } from './Certainty.tsx'
import styles from './changes.module.css'
import { inOrder, type ToldColumn, type ToldOrder } from './told-order.ts'
import { words } from './words.ts'

const headings: readonly { column: ToldColumn; heading: string }[] = [
  { column: 'what', heading: words.what },
  { column: 'effect', heading: words.effect },
  { column: 'certainty', heading: words.certainty },
]

/** Which changes helped: every effect there is a look at, by what, effect or certainty. */
export function WhichHelped() {
  const told = useQuery(orpc.changes.told.queryOptions())
  const [order, setOrder] = useState<ToldOrder>({ column: 'effect', isReversed: false })
  if (told.isError) return <ErrorNote error={told.error} />
  if (!told.data) return <Loading />
  if (told.data.length === 0) return <EmptyState title={words.whichHelped}>{words.nothingToldYet}</EmptyState>
  const sortBy = (column: ToldColumn) =>
    setOrder({ column, isReversed: order.column === column && !order.isReversed })
  return (
    <Card>
      <Table label={words.whichHelped}>
        <thead>
          <tr>
            {headings.map(({ column, heading }) => (
              <th key={column} scope="col" aria-sort={sortOf(order, column)}>
                <button type="button" className={styles.sort} onClick={() => sortBy(column)}>
                  {heading}
                  <span aria-hidden="true">{order.column === column && (order.isReversed ? '↑' : '↓')}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder(told.data, order, locale).map((row) => (
            <ToldRow key={`${row.number} ${row.workflowId}`} row={row} />
          ))}
        </tbody>
      </Table>
    </Card>
  )
}

const sortOf = (order: ToldOrder, column: ToldColumn) =>
  order.column !== column ? 'none' : order.isReversed ? 'ascending' : 'descending'

function ToldRow({ row: { number, what, onDate, workflowName, effect } }: { row: ToldChange }) {
  return (
    <tr>
      <th scope="row" className={styles.what}>
        <RowLink href={`/changes/${number}`}>{what}</RowLink>
        <small className={layout.quiet}>
          {[words.change(number), workflowName, formatDay(onDate, locale)].join(' · ')}
        </small>
      </th>
      <td>
        <BeforeAfter effect={effect} />
      </td>
      <td>
        <VerdictBadge verdict={standingOf(effect)} />
        <Certainty effect={effect} />
      </td>
    </tr>
  )
}
