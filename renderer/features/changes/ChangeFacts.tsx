import { Link } from 'wouter'
import type { ChangeDetails } from '../../../shared/contract/changes.ts'
import { formatDay } from '../../../shared/domain/format.ts'
import { kindLabels } from '../../parts/changes/change-words.ts'
import { LiveTicks } from '../../parts/changes/LiveTicks.tsx'
import { factsOf as factsOfSignal } from '../../parts/changes/signal-words.ts'
import { Card } from '../../ui/layout/Card.tsx'
import { type Fact, Facts } from '../../ui/layout/Facts.tsx'
import layout from '../../ui/layout/layout.module.css'
import { locale } from '../../ui/lib/locale.ts'
import styles from './changes.module.css'
import { words } from './words.ts'

type ChangeFactsProps = {
  change: ChangeDetails
  /** Where the versions of its document stand; null where no document made it. */
  historyPath: string | null
}

/** Why a change was made, by whom, and what it is tied to; what nobody wrote down is left out. */
export function ChangeFacts({ change, historyPath }: ChangeFactsProps) {
  return (
    <aside className={styles.side} aria-label={words.aboutThisChange}>
      <Card>
        <h2>{words.why}</h2>
        <p className={styles.why}>{change.why}</p>
        <LedToIt change={change} />
      </Card>
      {change.liveSteps !== null && (
        <Card>
          <h2>{words.inYourAiTool}</h2>
          <LiveTicks changeNumber={change.number} />
        </Card>
      )}
      <Card>
        <Facts arrangement="below" facts={factsOf(change, historyPath)} />
      </Card>
    </aside>
  )
}

function factsOf(change: ChangeDetails, historyPath: string | null): Fact[] {
  return [
    ['Date', formatDay(change.onDate, locale)],
    ['Kind', kindLabels[change.kind]],
    [change.workflowNames.length === 1 ? words.workflow : words.workflows, change.workflowNames.join(', ')],
    [words.decidedBy, change.decidedBy],
    [words.approvedBy, change.approvedBy],
    [words.decidedIn, change.foundationReview && <ReviewLink review={change.foundationReview} />],
    [words.goesBackOn, change.reverts && <ChangeLink number={change.reverts} />],
    [words.rolledBackBy, change.revertedBy && <ChangeLink number={change.revertedBy} />],
    ['Wording', historyPath && <Link href={historyPath}>{words.allItsVersions}</Link>],
    [
      change.isAutomatic ? words.writtenByEvenkeelOn : words.recordedOn,
      formatDay(change.recordedAt.slice(0, 10), locale),
    ],
  ]
}

function ChangeLink({ number }: { number: number }) {
  return <Link href={`/changes/${number}`}>{words.change(number)}</Link>
}

function ReviewLink({ review: { id, heldOn } }: { review: NonNullable<ChangeDetails['foundationReview']> }) {
  return <Link href={`/foundation-review/${id}`}>{words.foundationReview(formatDay(heldOn, locale))}</Link>
}

/** What came up and led to the change, without the words that the why has already. */
function LedToIt({ change: { signals, why } }: { change: ChangeDetails }) {
  if (signals.length === 0) return null
  return (
    <>
      <h3 className={styles.ledHeading}>{words.whatLedToIt}</h3>
      <ul className={styles.led}>
        {signals.map((signal) => (
          <li key={signal.id} className={styles.ledItem}>
            {!why.includes(signal.text) && signal.text}
            <span className={layout.quiet}>{factsOfSignal(signal, locale)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
