import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Change } from '../../../shared/contract/changes.ts'
import { formatDay } from '../../../shared/domain/format.ts'
import { Card } from '../../ui/Card.tsx'
import { locale } from '../../ui/locale.ts'
import styles from './changes.module.css'
import { kindLabels } from './words.ts'

type ChangeFactsProps = {
  change: Change
  /** Where the versions of its document stand; null where no document made it. */
  historyPath: string | null
}

/** Why a change was made, by whom, and what it is tied to; what nobody wrote down is left out. */
export function ChangeFacts({ change, historyPath }: ChangeFactsProps) {
  return (
    <aside className={styles.side} aria-label="About this change">
      <Card>
        <h2>Why</h2>
        <p className={styles.why}>{change.why}</p>
      </Card>
      <Card>
        <dl className={styles.facts}>
          {factsOf(change, historyPath).map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </aside>
  )
}

function factsOf(change: Change, historyPath: string | null): [string, ReactNode][] {
  const facts: [string, ReactNode][] = [
    ['Date', formatDay(change.onDate, locale)],
    ['Kind', kindLabels[change.kind]],
    [change.workflowNames.length === 1 ? 'Workflow' : 'Workflows', change.workflowNames.join(', ')],
    ['Decided by', change.decidedBy],
    ['Approved by', change.approvedBy],
    ['Goes back on', change.reverts && <ChangeLink number={change.reverts} />],
    ['Rolled back by', change.revertedBy && <ChangeLink number={change.revertedBy} />],
    ['Wording', historyPath && <Link href={historyPath}>All its versions</Link>],
    [
      change.isAutomatic ? 'Written by Evenkeel on' : 'Recorded on',
      formatDay(change.recordedAt.slice(0, 10), locale),
    ],
  ]
  return facts.filter(([, value]) => value !== '' && value !== null)
}

function ChangeLink({ number }: { number: number }) {
  return <Link href={`/changes/${number}`}>Change {number}</Link>
}
