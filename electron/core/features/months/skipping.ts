import type { Workflow } from '../../../../shared/contract/workflows.ts'
import { formatMonth } from '../../../../shared/domain/format.ts'
import type { Month } from '../../../../shared/domain/time/dates.ts'
import type { WorkflowMonth } from '../../../../shared/domain/time/months.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import type { MonthsRepository } from './repository.ts'

/** What is skipped or taken back: a month of one workflow, or of all that have it open (null). */
type Which = { month: Month; workflowId: number | null }

type Months = {
  all: () => readonly (WorkflowMonth & { workflow: Pick<Workflow, 'id'> })[]
  sealIfClosed: (month: Month) => void
}

/** Skipping a month with a reason, and taking that back. */
export function createSkipping(
  { commands, clock }: Context,
  repository: MonthsRepository,
  { all, sealIfClosed }: Months,
) {
  const command = commands('reviews')

  /** The months meant that are in this state; CONFLICT where there is none. */
  function meant({ month, workflowId }: Which, state: 'open' | 'skipped', locale: string) {
    const found = all().filter(
      (each) =>
        each.month === month &&
        each.state === state &&
        (workflowId === null || each.workflow.id === workflowId),
    )
    if (found.length > 0) return found
    const name = formatMonth(month, locale)
    const message = state === 'open' ? `Nothing of ${name} is open.` : `Nothing of ${name} is skipped.`
    throw new AppError('CONFLICT', message)
  }

  return {
    skip: ({ reason, ...which }: Which & { reason: string }, locale: string) =>
      command(() => {
        for (const { workflow, month } of meant(which, 'open', locale)) {
          repository.skip(workflow.id, month, reason, clock.now())
          log('skip', workflow.id, month, null, { reason })
        }
        sealIfClosed(which.month)
      }),
    takeBack: (which: Which, locale: string) =>
      command(() => {
        for (const { workflow, month, reason } of meant(which, 'skipped', locale)) {
          repository.takeBack(workflow.id, month)
          log('take_back_skip', workflow.id, month, { reason }, null)
        }
      }),
    assertNotSkipped(workflowId: number, month: Month) {
      if (repository.reasonOf(workflowId, month) === null) return
      const name = formatMonth(month, 'en-GB')
      throw new AppError('CONFLICT', `${name} is skipped. Take that back on its page, then draw.`)
    },
  }

  function log(action: string, workflowId: number, month: Month, before: unknown, after: unknown) {
    command.log({ action, entity: 'month', entityId: `${workflowId} ${month}`, before, after })
  }
}
