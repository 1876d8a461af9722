import { Link } from 'wouter'
import type { FoundationReview } from '../../../../shared/contract/foundation-reviews.ts'
import { formatDay } from '../../../../shared/domain/format.ts'
import { GoButton } from '../../../parts/tasks/GoButton.tsx'
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx'
import { Card } from '../../../ui/layout/Card.tsx'
import { locale } from '../../../ui/lib/locale.ts'
import { Table } from '../../../ui/tables/Table.tsx'
import styles from '../foundation-reviews.module.css'
import { sinceWords } from '../words.ts'

/** The sections as the session takes them: most issues first, the quiet ones together. */
export function SectionOrder({ review }: { review: FoundationReview }) {
  const { cards, since } = review
  if (cards.length === 0) {
    return (
      <EmptyState
        title="The Foundation has no sections yet"
        action={<GoButton path="/foundation">Go to the Foundation</GoButton>}
      >
        A review goes through the published sections, one by one.
      </EmptyState>
    )
  }
  return (
    <Card>
      <Table label="Order of the session">
        <thead>
          <tr>
            <th scope="col">Section</th>
            <th scope="col" className={styles.figure}>
              Issues {sinceWords(since, locale)}
            </th>
            <th scope="col" className={styles.figure}>
              Signals
            </th>
            <th scope="col" className={styles.later}>
              Last checked
            </th>
            <th scope="col">In the session</th>
          </tr>
        </thead>
        <tbody>
          {cards.map((card) => (
            <tr key={card.sectionId}>
              <th scope="row">
                <Link href={`/foundation/${card.sectionId}`} className={styles.plainLink}>
                  {card.name}
                </Link>
              </th>
              <td className={styles.figure}>{card.issueCount}</td>
              <td className={styles.figure}>{card.signals.length}</td>
              <td className={styles.later}>
                {card.lastVerifiedOn === null ? 'Not yet' : formatDay(card.lastVerifiedOn, locale)}
              </td>
              <td className={card.isQuick ? styles.quiet : undefined}>
                {card.isQuick ? 'Quick confirm' : 'On its own'}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  )
}
