import { type ReactNode, useMemo } from 'react'
import type { WorkflowLine } from '../../../shared/contract/results.ts'
import type { Session } from '../../../shared/contract/reviews/reviews.ts'
import { measures } from '../../../shared/domain/figures/measures/index.ts'
import { formatLine } from '../../../shared/domain/findings/finding-words.ts'
import {
  formatMonth,
  formatMonthName,
  formatRange,
  formatShare,
  formatShortDay,
  formatWholeShare,
} from '../../../shared/domain/format.ts'
import layout from '../../ui/layout/layout.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { Hidden } from '../../ui/marks/Hidden.tsx'
import { RowLink } from '../../ui/tables/RowLink.tsx'
import { type Column, Table } from '../../ui/tables/Table.tsx'
import styles from './figures.module.css'
import { type LineOrder, type SparkScale, sparkScale } from './order-lines.ts'
import { Sparkline } from './Sparkline.tsx'
import { WorkflowStatus } from './WorkflowStatus.tsx'
import { count, stageLabels, words } from './words.ts'

/** How the rows can be sorted, and the order they are in. */
type Sorting = { order: LineOrder | null; onSort: (by: LineOrder['by']) => void }

function columnsOf(last: string, sorting: Sorting | undefined): Column[] {
  const sort = (by: LineOrder['by']): Pick<Column, 'sort'> =>
    sorting ? { sort: { order: directionOf(sorting.order, by), onSort: () => sorting.onSort(by) } } : {}
  return [
    { heading: words.workflow, ...sort('name') },
    { heading: words.status, width: '184px', ...sort('status') },
    { heading: words.editing, width: '160px', isNumber: true, ...sort('editing') },
    { heading: words.likelyRange, width: '96px', isNumber: true },
    { heading: words.month3, width: '80px', isNumber: true },
    { heading: words.last12Months, width: '164px', className: styles.sparkHeading },
    { heading: last, width: '112px', isNumber: true, ...(last === words.nextReview ? sort('next') : {}) },
  ]
}

const directionOf = (order: LineOrder | null, by: LineOrder['by']) =>
  order?.by !== by ? null : order.isAscending ? 'ascending' : 'descending'

type StatusTableProps = {
  lines: readonly WorkflowLine[]
  /** Says below each name who owns it and how far it is. */
  withOwners?: boolean
  session?: Session | null
  /** Says beside each figure how many outputs it is of. */
  withNumbers?: boolean
  sorting?: Sorting
  /** The closing sentence. */
  end?: ReactNode
}

/**
 * One line per workflow: status, latest figure of what, likely range, month 3, course; and how far the month of
 * `session` is, or without one when the next review is due.
 */
export function StatusTable(props: StatusTableProps) {
  const { lines, withOwners = false, session = null, withNumbers = false, sorting, end } = props
  const last = session ? formatMonthName(session.month, locale) : words.nextReview
  const scale = useMemo(() => sparkScale(lines), [lines])
  const withMonths = new Set(lines.flatMap(({ finding }) => finding?.month ?? [])).size > 1
  return (
    <Table label={words.workflows} columns={columnsOf(last, sorting)} end={end}>
      <tbody>
        {lines.map((line) => (
          <Row key={line.workflowId} {...{ line, withOwners, withNumbers, withMonths, scale }}>
            {session ? <OfMonth line={line} session={session} /> : <NextReview line={line} />}
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

type RowProps = {
  line: WorkflowLine
  withOwners: boolean
  withNumbers: boolean
  /** The rows are of several months, so each says its own. */
  withMonths: boolean
  scale: SparkScale
  children: ReactNode
}

function Row({ line, withOwners, withNumbers, withMonths, scale, children }: RowProps) {
  const { finding } = line
  const range = finding?.figure.range ?? null
  const monthThree = finding?.monthThree ?? null
  return (
    <tr>
      <th scope="row">
        <RowLink href={`/workflows/${line.workflowId}`}>{line.name}</RowLink>
        {withOwners && (
          <small className={styles.of}>
            {`${line.processOwner || words.noProcessOwner} · ${stageLabels[line.stage]}`}
          </small>
        )}
      </th>
      <td>
        <WorkflowStatus stage={line.stage} finding={finding} />
      </td>
      <td data-number>
        {finding?.figure.mean == null ? (
          <Unknown />
        ) : (
          <>
            {formatShare(finding.figure.mean, locale)}{' '}
            <span className={layout.quiet}>{measures[finding.measure].shareOf}</span>
            <small className={styles.of}>
              {[
                withMonths ? formatMonthName(finding.month, locale) : '',
                withNumbers ? count(finding.figure.known, 'output', locale) : '',
                finding.lines ? words.target(formatLine(finding.lines.target, locale)) : '',
              ]
                .filter(Boolean)
                .join(', ')}
            </small>
          </>
        )}
      </td>
      <td className={layout.quiet} data-number>
        {range === null ? <Unknown /> : formatRange(range.low, range.high, locale)}
      </td>
      <td data-number>
        {monthThree ? (
          <span className={monthThree.isProvisional ? layout.quiet : undefined}>
            {formatShare(monthThree.mean, locale)}
            {monthThree.isProvisional && <small>{words.soFar}</small>}
          </span>
        ) : (
          <Unknown />
        )}
      </td>
      <td className={styles.sparkCell}>
        <Sparkline
          points={line.spark}
          scale={scale}
          level={monthThree && !monthThree.isProvisional ? monthThree.mean : null}
          status={line.stage === 'retired' ? null : (finding?.status ?? null)}
          label={sparkSentence(line)}
          none={finding ? words.noFigureYet : words.noReviewsYet}
        />
      </td>
      <td data-number>{children}</td>
    </tr>
  )
}

const NextReview = ({ line: { nextReviewOn } }: { line: WorkflowLine }) =>
  nextReviewOn === null ? <Unknown /> : formatShortDay(nextReviewOn, locale)

/** How far a workflow's review of the month is, or how many outputs it has to draw from. */
function OfMonth({ line, session }: { line: WorkflowLine; session: Session }) {
  const task = session.tasks.find(({ workflowId }) => workflowId === line.workflowId)
  if (!task) return <Unknown />
  if (task.state === 'completed') return <span className={layout.quiet}>{words.done}</span>
  if (task.state === 'skipped') return <span className={layout.quiet}>{words.skipped}</span>
  if (task.state === 'in_progress') {
    const { done, total, againCount } = task
    return (
      <>
        {`${done} of ${total} done`}
        {againCount > 0 && (
          <small className={styles.of}>{words.newAndAgain(total - againCount, againCount)}</small>
        )}
      </>
    )
  }
  if (task.outputCount === 0) return <span className={layout.quiet}>{words.noOutputsYet}</span>
  return `${count(task.outputCount, 'output', locale)} in`
}

function Unknown() {
  return (
    <span className={layout.quiet}>
      <span aria-hidden="true">–</span>
      <Hidden>{words.noneYet}</Hidden>
    </span>
  )
}

/** "Customer replies: editing went from 14% in November 2025 to 12% in October, 11 months." */
function sparkSentence({ name, spark, finding }: WorkflowLine): string {
  const first = spark[0]
  const last = spark.at(-1)
  if (!first || !last) return finding ? words.reviewedWithoutAFigure(name) : words.noReviewsYet2(name)
  const to = `${formatWholeShare(last.mean, locale)} in ${formatMonth(last.month, locale)}`
  if (first === last) return `${name}: editing ${to}`
  const from = `${formatWholeShare(first.mean, locale)} in ${formatMonthName(first.month, locale)}`
  return words.editingOverReviewsFromTo(name, spark.length, from, to)
}
