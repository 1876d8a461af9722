import type { StepContext } from '../../../../../shared/domain/findings/next-step.ts'
import type { Context } from '../../../context.ts'
import type { Effects } from '../../effects/service.ts'
import type { FoundationReviews } from '../../foundation-reviews/service.ts'
import type { Months } from '../../months/service.ts'
import type { Workflows } from '../../workflows/service.ts'

/** What the step of a workflow's latest finding depends on beside its figures. */
export type StepFacts = (workflowId: number) => Omit<StepContext, 'secondLookLeft' | 'secondLookJudged'>

export type StepNeeds = {
  effects: Pick<Effects, 'waitingChanges' | 'worseChange'>
  foundationReviews: Pick<FoundationReviews, 'dueOn'>
  months: Pick<Months, 'all' | 'nextOf'>
  workflows: Pick<Workflows, 'find'>
}

/** What decides the next step of a workflow beside its figures, as it is today. */
export function createStepFacts({ db, clock }: Pick<Context, 'db' | 'clock'>, needs: StepNeeds): StepFacts {
  const written = db.prepare<[], number>('SELECT total_changes()').pluck()
  let known: { key: string; facts: ReturnType<typeof read> } | null = null

  const read = (today: string) => ({
    changes: Map.groupBy(needs.effects.waitingChanges(), ({ workflowId }) => workflowId),
    months: Map.groupBy(needs.months.all(), ({ workflow }) => workflow.id),
    dueOn: needs.foundationReviews.dueOn(),
    today,
  })

  /** Read once for all workflows, until something is written. */
  function current() {
    const today = clock.today()
    const key = `${today} ${written.get()}`
    if (known?.key !== key) known = { key, facts: read(today) }
    return known.facts
  }

  return (workflowId) => {
    const { changes, months, dueOn, today } = current()
    const workflow = needs.workflows.find(workflowId)
    const next = needs.months.nextOf(workflow, months.get(workflowId) ?? [])
    const open = changes.get(workflowId)?.at(-1)
    const month = open && (next === null || open.dueMonth > next.month ? open.dueMonth : next.month)
    return {
      isRetired: workflow.stage === 'retired',
      openChange: open && month ? { number: open.number, month } : null,
      worseChange: needs.effects.worseChange(workflowId),
      foundationReviewOn: dueOn !== null && dueOn <= today ? dueOn : null,
      next,
    }
  }
}
