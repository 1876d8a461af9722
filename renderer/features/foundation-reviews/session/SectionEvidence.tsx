import type { Action, ReviewCard, SectionIssue } from '../../../../shared/contract/foundation-reviews.ts'
import { formatDay, formatMonth } from '../../../../shared/domain/format.ts'
import { signalKinds } from '../../../../shared/domain/foundation/signal-kinds.ts'
import { count } from '../../../parts/figures/words.ts'
import { PlainText } from '../../../parts/text/PlainText.tsx'
import { locale } from '../../../ui/lib/locale.ts'
import { namesInWords, sinceWords } from '../words.ts'
import styles from './foundation.module.css'
import { words } from './words.ts'

type Props = {
  readonly card: ReviewCard
  readonly since: string | null
  /** Decided about this section before, and not done yet. */
  readonly actions: readonly Action[]
}

/** Since when the wording stands, who checked it, and what came up since the last review. */
export function SectionEvidence({ card, since, actions }: Props) {
  const { version, issues, issueCount, signals } = card
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <aside className={styles.evidence} aria-label={words.whatSpeaksForAChange} tabIndex={0}>
      <dl className={styles.facts}>
        <div>
          <dt>{words.lastChanged}</dt>
          <dd>
            {version === null ? words.neverPublished : formatDay(version.liveOn, locale)}
            {version !== null && <small>{words.version(version.number)}</small>}
          </dd>
        </div>
        <div>
          <dt>{words.lastChecked}</dt>
          <dd>
            {card.lastVerifiedOn === null ? words.notYet : formatDay(card.lastVerifiedOn, locale)}
            {card.verifier !== '' && <small>{words.checksIt(card.verifier)}</small>}
          </dd>
        </div>
        {card.workflows.length > 0 && (
          <div className={styles.wideFact}>
            <dt>{words.actsOn}</dt>
            <dd>{namesInWords(card.workflows)}</dd>
          </div>
        )}
      </dl>
      <section>
        <h3>{issueCount === 0 ? words.noIssues : count(issueCount, 'issue', locale)}</h3>
        <p className={styles.evidenceNote}>
          {words.inTheMonthlyReviews(sinceWords(since, locale))}
          {issueCount > issues.length && words.theLatestOfThem(issues.length)}
        </p>
        {issues.length > 0 && (
          <ul className={styles.issues}>
            {issues.map((issue, index) => (
              <li key={`${issue.itemId} ${issue.standard} ${issue.type}`}>
                <Issue issue={issue} isOpen={index === 0} />
              </li>
            ))}
          </ul>
        )}
      </section>
      {signals.length > 0 && (
        <section>
          <h3>{count(signals.length, 'signal', locale)}</h3>
          <ul className={styles.issues}>
            {signals.map((signal) => (
              <li key={signal.id} className={styles.signal}>
                <p>{signal.text}</p>
                <small>
                  {signalKinds[signal.kind].label}, {formatDay(signal.onDate, locale)}
                </small>
              </li>
            ))}
          </ul>
        </section>
      )}
      {actions.length > 0 && (
        <section>
          <h3>{words.decidedBeforeNotDoneYet}</h3>
          <ul className={styles.issues}>
            {actions.map(({ id, what, who, dueOn }) => (
              <li key={id} className={styles.signal}>
                <p>{what}</p>
                <small>{words.by(who, formatDay(dueOn, locale))}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  )
}

function Issue({ issue, isOpen }: { issue: SectionIssue; isOpen: boolean }) {
  const { standard, type, note, excerpt, workflowName, month } = issue
  const kind = type === '' ? standard : `${type} (${standard})`
  return (
    <details open={isOpen}>
      <summary>
        <b>{note === '' ? kind : note}</b>
        <span className={styles.issueWorkflow}>{workflowName}</span>
      </summary>
      <blockquote dir="auto">
        <PlainText text={excerpt} />
      </blockquote>
      <small>
        {note === '' ? '' : `${kind}, `}
        {formatMonth(month, locale)}
      </small>
    </details>
  )
}
