import type { ReactNode } from 'react'
import { classNames } from '../lib/class-names.ts'
import { Hidden } from '../marks/Hidden.tsx'
import styles from './table.module.css'

export type Column = {
  heading: string
  /** A second line, in small words. */
  under?: string
  /** CSS width, so that nothing jumps between one month and the next; the columns without one share the rest. */
  width?: string
  className?: string | undefined
  /** Figures stand under each other at the right; their cells have `data-number` as well. */
  isNumber?: boolean
  /** The heading is said, not shown: a column of buttons. */
  isUnseen?: boolean
  /** The heading is a button that sorts by it; null while the rows are in another order. */
  sort?: { order: 'ascending' | 'descending' | null; onSort: () => void }
}

type TableProps = {
  label: string
  columns?: readonly Column[]
  /** The closing sentence: how many rows there are and in which order. */
  end?: ReactNode
  /** The body; with no `columns` its head as well. */
  children: ReactNode
}

/** Rows under a head that stays in view, hairlines between them; where there is no room it scrolls sideways. */
export function Table({ label, columns, end, children }: TableProps) {
  return (
    <>
      <div className={classNames(styles.scroll, columns && styles.declared)}>
        <table className={styles.table} aria-label={label}>
          {columns && <Head columns={columns} />}
          {children}
        </table>
      </div>
      {end && <p className={styles.end}>{end}</p>}
    </>
  )
}

function Head({ columns }: { columns: readonly Column[] }) {
  return (
    <>
      <colgroup>
        {columns.map(({ heading, width }) => (
          <col key={heading} style={width === undefined ? undefined : { width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ heading, under, className, isNumber, isUnseen, sort }) => (
            <th
              key={heading}
              scope="col"
              className={className}
              data-number={isNumber}
              aria-sort={sort?.order ?? undefined}
            >
              {sort ? (
                <SortButton {...sort}>{heading}</SortButton>
              ) : isUnseen ? (
                <Hidden>{heading}</Hidden>
              ) : (
                heading
              )}
              {under && <small className={styles.under}>{under}</small>}
            </th>
          ))}
        </tr>
      </thead>
    </>
  )
}

type SortProps = NonNullable<Column['sort']> & { children: string }

function SortButton({ order, onSort, children }: SortProps) {
  return (
    <button type="button" className={styles.sort} onClick={onSort}>
      {children}
      <svg viewBox="0 0 12 12" aria-hidden="true" data-order={order ?? 'none'}>
        <path d="M2 4.5l4 4 4-4" />
      </svg>
    </button>
  )
}
