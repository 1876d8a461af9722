import type { FoundationReview } from '../../../../../shared/contract/foundation-reviews.ts'
import { formatDay } from '../../../../../shared/domain/format.ts'
import { GoButton } from '../../../../parts/tasks/GoButton.tsx'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { Card } from '../../../../ui/layout/Card.tsx'
import { count } from '../../../../ui/lib/count.ts'
import { locale } from '../../../../ui/lib/locale.ts'
import { RowLink } from '../../../../ui/tables/RowLink.tsx'
import { Table } from '../../../../ui/tables/Table.tsx'
import styles from '../../foundation-reviews.module.css'
import { sinceWords } from '../../words.ts'
import { words } from '../words.ts'

const columnsOf = (since: string | null) => [
  { heading: words.section },
  { heading: words.issues(sinceWords(since, locale)), width: '232px', isNumber: true },
  { heading: words.signals, width: '88px', isNumber: true },
  { heading: words.lastChecked, width: '176px' },
  { heading: words.inTheSession, width: '136px' },
]

/** The sections as the session takes them: most issues first, the quiet ones together. */
export function SectionOrder({ review }: { review: FoundationReview }) {
  const { cards, since } = review
  if (cards.length === 0) {
    return (
      <EmptyState
        title={words.theFoundationHasNoSections}
        action={<GoButton path="/foundation">{words.goToTheFoundation}</GoButton>}
      >
        {words.aReviewGoesThroughThe}
      </EmptyState>
    )
  }
  return (
    <Card>
      <Table
        label={words.orderOfTheSession}
        columns={columnsOf(since)}
        end={words.inTheOrderTheyCome(count(cards.length, 'section', locale))}
      >
        <tbody>
          {cards.map((card) => (
            <tr key={card.sectionId}>
              <th scope="row">
                <RowLink href={`/foundation/${card.sectionId}`}>{card.name}</RowLink>
              </th>
              <td data-number>{card.issueCount}</td>
              <td data-number>{card.signals.length}</td>
              <td>{card.lastVerifiedOn === null ? words.notYet : formatDay(card.lastVerifiedOn, locale)}</td>
              <td className={card.isQuick ? styles.quiet : undefined}>
                {card.isQuick ? words.quickConfirm : words.onItsOwn}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  )
}
