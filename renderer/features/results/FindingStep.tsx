import { Button } from '@mantine/core'
import { useLocation } from 'wouter'
import type { WorkflowResults } from '../../../shared/contract/results.ts'
import type { Finding } from '../../../shared/contract/reviews/findings.ts'
import { stepAction, stepWords } from '../../../shared/domain/findings/step-words.ts'
import styles from '../../parts/figures/figures.module.css'
import { stepTarget } from '../../parts/figures/step-target.ts'
import { SecondLookButton } from '../../parts/tasks/SecondLookButton.tsx'
import { count } from '../../ui/lib/count.ts'
import { locale } from '../../ui/lib/locale.ts'
import { words as say } from './words.ts'

type Props = { finding: Finding; results: WorkflowResults; today: string }

/** The one step a finding ends in: a button where there is work to start, words where there is none. */
export function FindingStep({ finding, results, today }: Props) {
  const [, navigate] = useLocation()
  const { nextStep } = finding
  const [most] = results.issues
  const words = stepWords(nextStep, today, locale)
  const target = stepTarget(nextStep, results.workflowId, most?.sectionId ?? null)
  const reviewId = results.points.at(-1)?.reviewId
  if (nextStep.kind === 'second_look' && reviewId !== undefined) {
    return (
      <div className={styles.step}>
        <SecondLookButton reviewId={reviewId} isPrimary>
          {words}
        </SecondLookButton>
      </div>
    )
  }
  if (target === null) return <p className={styles.stepNote}>{words}</p>
  const isUpdate = nextStep.kind === 'plan_update'
  return (
    <div className={styles.step}>
      <Button
        variant={isUpdate || nextStep.kind === 'go_back' ? 'filled' : 'default'}
        onClick={() => navigate(target)}
      >
        {stepAction(nextStep, today, locale)}
      </Button>
      {nextStep.kind === 'wait_for_effect' && <p className={styles.stepNote}>{words}</p>}
      {isUpdate && most?.sectionId != null && (
        <p className={styles.stepNote}>
          {say.opensBesideIts(most.section, count(most.count, 'issue', locale))}
        </p>
      )}
    </div>
  )
}
