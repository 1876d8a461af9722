import { Link } from 'wouter'
import type { Review, ReviewItem } from '../../../../shared/contract/reviews/reviews.ts'
import { draftToFinal } from '../../../../shared/domain/figures/draft-to-final.ts'
import { PlainText } from '../../../parts/text/PlainText.tsx'
import { locale } from '../../../ui/lib/locale.ts'
import { Table } from '../../../ui/tables/Table.tsx'
import type { Arrival } from '../arrival.ts'
import { firstStop, markOf, notMet } from '../session/review-steps.ts'
import styles from './check.module.css'
import { editingWords, minutesWords, notProvided, satisfactionWords, standardsWords } from './check-groups.ts'
import { words } from './words.ts'

const columns = [
  { heading: words.output },
  { heading: words.standards, width: '120px' },
  { heading: words.issue, width: '240px' },
  { heading: words.satisfaction, width: '120px' },
  { heading: words.editing, width: '112px', isNumber: true },
  { heading: words.change, width: '88px', className: styles.change, isUnseen: true },
]

type Props = {
  readonly label: string
  readonly items: readonly ReviewItem[]
  readonly review: Review
}

/** One row per output: what was said of it, and the way back to it. */
export function CheckTable({ label, items, review }: Props) {
  return (
    <Table label={label} columns={columns}>
      <tbody>
        {items.map((item) => (
          <CheckRow key={item.id} item={item} review={review} />
        ))}
      </tbody>
    </Table>
  )
}

function CheckRow({ item, review }: { item: ReviewItem; review: Review }) {
  return (
    <tr>
      <th scope="row" className={styles.excerptCell}>
        <span className={styles.outputLine}>
          <span>{item.position}</span>
          <span className={styles.excerpt} dir="auto">
            <PlainText text={(item.output.aiText || item.output.externalId || '').slice(0, 160)} />
          </span>
          {item.isFlagged && <span className={styles.flag}>{words.flagged}</span>}
        </span>
        {item.note !== '' && <small className={styles.note}>{item.note}</small>}
      </th>
      <Value text={standardsWords(item, review.standards)} />
      <td>
        <Issues item={item} review={review} />
      </td>
      <Value text={satisfactionWords(item)} />
      <Value text={editingWords(item, locale)} detail={editingDetail(item, review)} isFigure />
      <td className={styles.change}>
        <Link
          href={`/review/${review.id}`}
          state={arrivalAt(item, review)}
          aria-label={words.changeOutput(item.position)}
        >
          {words.change}
        </Link>
      </td>
    </tr>
  )
}

/** What the minutes rest on, and what does not go together with the texts. */
function editingDetail(item: ReviewItem, review: Review): string | null {
  const said = draftToFinal(item, review.byHandMinutes, locale)
  const parts = [minutesWords(item, review, locale), said?.isContradiction ? said.words : null]
  const known = parts.filter((part) => part !== null)
  return known.length === 0 ? null : known.join('. ')
}

type ValueProps = {
  readonly text: string
  /** What the text rests on, in small words below it. */
  readonly detail?: string | null
  readonly isFigure?: boolean
}

function Value({ text, detail = null, isFigure = false }: ValueProps) {
  return (
    <td className={text === notProvided ? styles.blank : undefined} data-number={isFigure || undefined}>
      {text}
      {detail !== null && <small className={styles.detail}>{detail}</small>}
    </td>
  )
}

function Issues({ item, review }: { item: ReviewItem; review: Review }) {
  const issues = notMet(item, review.standards)
  if (issues.length === 0) return <span className={styles.blank}>{words.none}</span>
  return (
    <ul className={styles.issues}>
      {issues.map((standard) => {
        const { issueType, note } = markOf(item, standard.id)
        return (
          <li key={standard.id}>
            {standard.name}: {issueType ?? notProvided}
            {note !== '' && <small> “{note}”</small>}
          </li>
        )
      })}
    </ul>
  )
}

/** An unfinished output opens at the first thing still to be said, a finished one at its standards. */
function arrivalAt(item: ReviewItem, review: Review): Arrival {
  return { itemId: item.id, ...firstStop(item, review.standards) }
}
