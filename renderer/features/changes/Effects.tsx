import { Link } from 'wouter'
import type { ChangeEffect, MeasuredChange, MeasuredMonth } from '../../../shared/contract/changes.ts'
import { effectSentence, shownFigures } from '../../../shared/domain/figures/change-sentences.ts'
import { formatMonth, formatPoints, formatShare } from '../../../shared/domain/format.ts'
import { basisOf } from '../../parts/changes/change-words.ts'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Section } from '../../ui/layout/Section.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { VerdictBadge } from '../../ui/marks/VerdictBadge.tsx'
import styles from './changes.module.css'
import { words } from './words.ts'

/** What a change did, workflow by workflow: the verdict, its sentence, and both figures. */
export function Effects({ change }: { change: MeasuredChange }) {
  if (change.effects.length === 0) return null
  return (
    <Section title={words.whatItDid}>
      <Card>
        {change.effects.map((effect) => (
          <Effect key={effect.workflowId} effect={effect} change={change} />
        ))}
      </Card>
    </Section>
  )
}

function Effect({ effect, change }: { effect: ChangeEffect; change: MeasuredChange }) {
  return (
    <div className={styles.effect}>
      <div className={layout.sectionHead}>
        <h3>
          <Link href={`/workflows/${effect.workflowId}`} className={styles.rowLink}>
            {effect.workflowName}
          </Link>
        </h3>
        <VerdictBadge verdict={effect.verdict} />
      </div>
      <p>{effectSentence(effect, change, locale)}</p>
      <Figures effect={effect} />
    </div>
  )
}

function Figures({ effect }: { effect: ChangeEffect }) {
  const { before, after, isRecorded } = shownFigures(effect)
  if (before === null && after === null) return null
  const isCompared = before !== null && after !== null && (isRecorded || effect.verdict !== 'not_comparable')
  return (
    <dl className={styles.sides}>
      <Side
        name={words.before}
        figure={before}
        measured={effect.before}
        recorded={effect.recordedBefore}
        none={words.noReviewBeforeIt}
      />
      <Side
        name={words.after}
        figure={after}
        measured={effect.after}
        recorded={effect.recordedAfter}
        none={effect.dueMonth === null ? words.notMeasured : words.due(formatMonth(effect.dueMonth, locale))}
      />
      {isCompared && (
        <div>
          <dt>{words.difference}</dt>
          <dd>{formatPoints(after - before, locale)}</dd>
        </div>
      )}
    </dl>
  )
}

type SideProps = {
  name: string
  /** The editing figure shown, a fraction; null where there is none. */
  figure: number | null
  measured: MeasuredMonth | null
  recorded: number | null
  none: string
}

function Side({ name, figure, measured, recorded, none }: SideProps) {
  return (
    <div>
      <dt>{measured ? `${name}, ${formatMonth(measured.month, locale)}` : name}</dt>
      <dd data-none={figure === null || undefined}>{figure === null ? none : formatShare(figure, locale)}</dd>
      {measured && <dd className={styles.basis}>{basisOf(measured, locale)}</dd>}
      {recorded !== null && (
        <dd className={styles.basis}>
          {measured ? words.recordedByHand2(formatShare(recorded, locale)) : words.recordedByHand3}
        </dd>
      )}
    </div>
  )
}
