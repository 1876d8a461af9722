import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ChangeDetails, ChangeEffect, EffectContext } from '../../../shared/contract/changes.ts'
import { effectHeadline, effectSentences } from '../../../shared/domain/effects/effect-words.ts'
import { isLeftWorse, standingOf } from '../../../shared/domain/effects/standing.ts'
import { orpc } from '../../api/client.ts'
import { GoButton } from '../../parts/tasks/GoButton.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Section } from '../../ui/layout/Section.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { EffectOutputs } from './EffectOutputs.tsx'
import styles from './effects.module.css'
import { LookTable } from './LookTable.tsx'
import { words } from './words.ts'

type EffectsProps = {
  change: ChangeDetails
  today: string
  /** Whether only the log knows the wording: going back is then logged, not one of its versions. */
  isByHand: boolean
}

/** What a change did, workflow by workflow: what is told of it, every look, and the outputs behind both sides. */
export function Effects({ change, today, isByHand }: EffectsProps) {
  if (change.effects.length === 0) return null
  return (
    <Section title={words.whatItDid}>
      <div className={layout.stack}>
        {change.effects.map((effect) => (
          <Effect
            key={effect.workflowId}
            effect={effect}
            change={change}
            today={today}
            isByHand={isByHand}
            context={change.contexts.find(({ workflowId }) => workflowId === effect.workflowId)}
          />
        ))}
      </div>
    </Section>
  )
}

type EffectProps = EffectsProps & { effect: ChangeEffect; context: EffectContext | undefined }

function Effect({ effect, change, context, today, isByHand }: EffectProps) {
  const keep = useMutation(orpc.changes.keep.mutationOptions())
  const { workflowId, workflowName, looks, keptOn, rolledBackBy } = effect
  const isToKeep = looks.length > 0 && keptOn === null && rolledBackBy === null
  const isOneOfSeveral = change.effects.length > 1
  const isWorse = standingOf(effect) === 'worse'
  const sentences = effectSentences(effect, today, locale)
  const level = levelWords(context)
  return (
    <Card className={styles.card}>
      <div className={styles.head}>
        <div>
          <h3>{effectHeadline(effect, workflowName, today, locale)}</h3>
          {(sentences.length > 0 || level !== '') && (
            <p className={styles.reads}>{[sentences[0], level, ...sentences.slice(1)].join(' ')}</p>
          )}
        </div>
        {isToKeep && (
          <div className={styles.step}>
            {isLeftWorse(effect) && isByHand && (
              <GoButton
                path={`/changes/new?back=${change.number}`}
                variant={isOneOfSeveral ? 'default' : 'filled'}
              >
                {words.logGoingBack}
              </GoButton>
            )}
            <Button
              variant={isOneOfSeveral || isWorse ? 'default' : 'filled'}
              loading={keep.isPending}
              onClick={() => keep.mutate({ number: change.number, workflowId })}
            >
              {isOneOfSeveral ? words.keepItFor(workflowName) : words.keepThisWording}
            </Button>
            <small>{words.closesTheEffect}</small>
          </div>
        )}
        {keptOn !== null && rolledBackBy === null && (
          <div className={styles.step}>
            <Button
              variant="subtle"
              loading={keep.isPending}
              onClick={() => keep.mutate({ number: change.number, workflowId, isKept: false })}
            >
              {words.openItAgain}
            </Button>
            <small>{words.laterReviewsCount}</small>
          </div>
        )}
      </div>
      {keep.isError && <ErrorNote error={keep.error} />}
      {looks.length > 0 && <LookTable effect={effect} lines={context?.lines ?? null} today={today} />}
      {looks.length > 0 && <EffectOutputs number={change.number} effect={effect} />}
    </Card>
  )
}

const levels = {
  better: words.belowMonthThree,
  about_the_same: words.sameAsMonthThree,
  worse: words.aboveMonthThree,
} as const

function levelWords(context: EffectContext | undefined): string {
  const verdict = context?.againstMonthThree ?? null
  return verdict === null ? '' : levels[verdict]
}
