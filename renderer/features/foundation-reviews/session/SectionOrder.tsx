import type { FoundationReview } from '../../../../shared/contract/foundation-reviews.ts'
import { formatDay } from '../../../../shared/domain/format.ts'
import { GoButton } from '../../../parts/tasks/GoButton.tsx'
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx'
import { Card } from '../../../ui/layout/Card.tsx'
import { count } from '../../../ui/lib/count.ts'
import { locale } from '../../../ui/lib/locale.ts'
import { RowLink } from '../../../ui/tables/RowLink.tsx'
import { Table } from '../../../ui/tables/Table.tsx'
import styles from '../foundation-reviews.module.css'
import { sinceWords } from '../words.ts'

const columnsOf = (since: string | null) => [
  { heading: 'Section' },
  { heading: `Issues ${sinceWords(since, locale)}`, width: '232px', isNumber: true },
  { heading: 'Signals', width: '88px', isNumber: true },
  { heading: 'Last checked', width: '176px' },
  { heading: 'In the session', width: '136px' },
]

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
      <Table
        label="Order of the session"
        columns={columnsOf(since)}
        end={`${count(cards.length, 'section', locale)}, in the order they come`}
      >
        <tbody>
          {cards.map((card) => (
            <tr key={card.sectionId}>
              <th scope="row">
                <RowLink href={`/foundation/${card.sectionId}`}>{card.name}</RowLink>
              </th>
              <td data-number>{card.issueCount}</td>
              <td data-number>{card.signals.length}</td>
              <td>{card.lastVerifiedOn === null ? 'Not yet' : formatDay(card.lastVerifiedOn, locale)}</td>
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
