import { useQuery } from '@tanstack/react-query'
import type { Finding } from '../../../../shared/contract/reviews/findings.ts'
import type { Review, ReviewTask } from '../../../../shared/contract/reviews/reviews.ts'
import { linesStanding } from '../../../../shared/domain/figures/text-lines.ts'
import { stepAction, stepWords } from '../../../../shared/domain/findings/step-words.ts'
import { formatMinutes, formatMonthName } from '../../../../shared/domain/format.ts'
import { orpc } from '../../../api/client.ts'
import { stepTarget } from '../../../parts/figures/step-target.ts'
import { GoButton } from '../../../parts/tasks/GoButton.tsx'
import { SecondLookButton } from '../../../parts/tasks/SecondLookButton.tsx'
import { count } from '../../../ui/lib/count.ts'
import { locale } from '../../../ui/lib/locale.ts'
import { taskRow } from '../tasks.ts'
import styles from './done.module.css'
import { words as say } from './words.ts'

type Props = { review: Review; finding: Finding; today: string; next: ReviewTask | null }

/** The next workflow of the session where one is open, and the step of the finding; the first of them is primary. */
export function DoneStep({ review, finding, today, next }: Props) {
  return (
    <div className={styles.step}>
      {next && (
        <GoButton path={taskRow(next, review.month, locale).path} withEnter>
          {say.nextWorkflow(next.workflowName)}
        </GoButton>
      )}
      <FindingStep review={review} finding={finding} today={today} isPrimary={!next} />
    </div>
  )
}

type StepProps = Omit<Props, 'next'> & { isPrimary: boolean }

function FindingStep({ review, finding: { nextStep }, today, isPrimary }: StepProps) {
  const { workflowId } = review
  const words = stepWords(nextStep, today, locale)
  const results = useQuery(orpc.results.workflow.queryOptions({ input: { workflowId } }))
  if (nextStep.kind === 'second_look') {
    return (
      <>
        <SecondLookButton reviewId={review.id} isPrimary={isPrimary} withEnter={isPrimary}>
          {nextStep.judged === 0 ? say.takeASecondLook : say.goOnWithTheSecondLook}
        </SecondLookButton>
        <p className={styles.quiet}>{costOf(nextStep, review)}</p>
      </>
    )
  }
  if (nextStep.kind === 'set_lines') return <LinesStep workflowId={workflowId} isPrimary={isPrimary} />
  const target = stepTarget(nextStep, workflowId, results.data?.issues[0]?.sectionId ?? null)
  if (target !== null) {
    const button = (
      <GoButton path={target} variant={isPrimary ? 'filled' : 'default'} withEnter={isPrimary}>
        {stepAction(nextStep, today, locale)}
      </GoButton>
    )
    return nextStep.kind === 'wait_for_effect' ? (
      <>
        {button}
        <p className={styles.quiet}>{words}</p>
      </>
    ) : (
      button
    )
  }
  return (
    <>
      {isPrimary && (
        <GoButton path="/" withEnter>
          {say.backToHome}
        </GoButton>
      )}
      <p className={styles.quiet}>{words}</p>
    </>
  )
}

/** The lines of a text workflow: how far they are from being found, and what is found. */
function LinesStep({ workflowId, isPrimary }: { workflowId: number; isPrimary: boolean }) {
  const guide = useQuery(orpc.reviews.textLines.queryOptions({ input: { workflowId } }))
  const workflow = useQuery(orpc.workflows.get.queryOptions({ input: { id: workflowId } }))
  return (
    <>
      <GoButton
        path={`/workflows/${workflowId}/set-up`}
        variant={isPrimary ? 'filled' : 'default'}
        withEnter={isPrimary}
      >
        {guide.data?.found ? say.lookAtYourLines : say.findOrSetYourLines}
      </GoButton>
      {guide.data && workflow.data && (
        <p className={styles.quiet}>{linesStanding(guide.data, workflow.data.byHandMinutes, locale)}</p>
      )}
    </>
  )
}

const usualSeconds = 150

/** "20 more of September’s outputs, about 50 minutes. You can stop early." by the owner's own pace. */
function costOf(step: { outputs: number; judged: number }, { items, secondsUsed, month }: Review): string {
  const pace = secondsUsed > 0 && items.length > 0 ? secondsUsed / items.length : usualSeconds
  const minutes = formatMinutes(Math.max(1, Math.round((step.outputs * pace) / 300) * 5))
  const outputs = step.judged === 0 ? `${step.outputs} more` : count(step.outputs, 'output', locale)
  return say.ofTheMonthsOutputs(outputs, formatMonthName(month, locale), minutes)
}
