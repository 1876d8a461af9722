import type { Workflow } from '../../../../shared/contract/workflows.ts'
import { type Day, type Month, monthOf } from '../../../../shared/domain/time/dates.ts'
import {
  monthlyDue,
  nextMonth,
  type WorkflowMonth,
  workflowMonths,
} from '../../../../shared/domain/time/months.ts'
import type { Context } from '../../context.ts'
import type { Company } from '../company/service.ts'
import type { Workflows } from '../workflows/service.ts'
import { createMonthsRepository } from './repository.ts'
import { createSealing } from './sealing.ts'
import { createSkipping } from './skipping.ts'

/** A month of one workflow, and its review once the sample is drawn. */
export type MonthOfWorkflow = WorkflowMonth & { workflow: Workflow; reviewId: number | null }

type Needs = { company: Pick<Company, 'get' | 'reviewDay'>; workflows: Pick<Workflows, 'all'> }

/** Which months each workflow has, and how far each is (R2): every list and date of monthly reviews comes from here. */
export function createMonths(context: Context, { company, workflows }: Needs) {
  const { clock, db } = context
  const { reviewDay } = company
  const repository = createMonthsRepository(db)

  /** The day the company was set up; where a clock that ran ahead said it, the first day of its log that has come. */
  function startOn(created: string): Day {
    const [day, today] = [created.slice(0, 10), clock.today()]
    return day <= today ? day : (repository.firstDayTo(today) ?? today)
  }

  /** Every month of every workflow, oldest first. */
  function all(): MonthOfWorkflow[] {
    const reviews = Map.groupBy(repository.reviews(), ({ workflow_id }) => workflow_id)
    const skipped = Map.groupBy(repository.skipped(), ({ workflow_id }) => workflow_id)
    return workflows.all().flatMap((workflow) => {
      const own = reviews.get(workflow.id) ?? []
      const begun = own.flatMap(({ month, state }) => (state === 'open' ? [month] : []))
      const finished = own.flatMap(({ month, state }) => (state === 'finished' ? [month] : []))
      const months = workflowMonths({
        goLiveOn: workflow.goLiveOn,
        companyStartOn: startOn(company.get()?.createdAt ?? workflow.createdAt),
        endedOn: workflow.retiredOn,
        begun,
        finished,
        skipped: skipped.get(workflow.id) ?? [],
        due: reviewDay(),
        today: clock.today(),
      })
      const reviewIds = new Map(own.map(({ id, month }) => [month, id]))
      return months.map((month) => ({ ...month, workflow, reviewId: reviewIds.get(month.month) ?? null }))
    })
  }

  const of = (workflowId: number): MonthOfWorkflow[] =>
    all().filter(({ workflow }) => workflow.id === workflowId)

  /**
   * The next month of a workflow to be reviewed, and its due day: that of its go-live while it has none. Null once it
   * is retired and nothing of it is open.
   */
  function nextOf(
    { goLiveOn, retiredOn: endedOn }: Workflow,
    own: readonly WorkflowMonth[],
  ): { month: Month; due: Day } | null {
    const today = clock.today()
    if (own.length > 0 || endedOn !== null || goLiveOn === null || goLiveOn <= today) {
      return nextMonth(own, { endedOn, due: reviewDay(), today })
    }
    const month = monthOf(goLiveOn)
    return { month, due: monthlyDue(month, reviewDay()) }
  }

  const sealing = createSealing(context, all)
  return { all, of, nextOf, ...sealing, ...createSkipping(context, repository, { all, ...sealing }) }
}

export type Months = ReturnType<typeof createMonths>
