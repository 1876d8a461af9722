import type { Change } from '../../../../../shared/contract/changes.ts'
import type { SideSetUp } from '../../../../../shared/contract/model-tests/test.ts'
import { formatDay } from '../../../../../shared/domain/format.ts'
import { AppError } from '../../../../../shared/errors.ts'
import type { Context } from '../../../context.ts'
import type { Handlers } from '../../../handlers.ts'
import type { Changes } from '../../changes/service.ts'
import type { Approval } from '../../documents/publishing.ts'
import type { Documents } from '../../documents/service.ts'
import type { Workflows } from '../../workflows/service.ts'
import { assertRevealed, type Desk } from '../desk.ts'
import type { ModelTestsRepository } from '../repository.ts'
import type { TestedWorkflow } from '../rows.ts'

export type DecideNeeds = {
  workflows: Pick<Workflows, 'nameOf' | 'setModel'>
  changes: Pick<Changes, 'record'>
  documents: Pick<Documents, 'publishModel' | 'assertApproved'>
}

/** What follows from a test: a change for each workflow that is switched, which the next review measures. */
export function createDecide(
  { commands, clock }: Context,
  repository: ModelTestsRepository,
  { desk, workflows, changes, documents }: DecideNeeds & { desk: Desk },
): Pick<Handlers<'modelTests'>, 'decide'> {
  const command = commands('modelTests')
  /** Inside the caller's transaction. The number of the change that makes the switch. */
  function switchOver(tested: TestedWorkflow, approval: Approval, locale: string): number {
    const { workflowId, current, candidate } = tested
    const what = whatChanges(current, candidate, workflows.nameOf(workflowId))
    if (isOtherModel(current, candidate) && current.instructions === candidate.instructions) {
      const model = modelOf(candidate, current)
      const number = documents.publishModel(
        workflowId,
        { vendor: candidate.vendor, model, what },
        approval,
        locale,
      )
      if (number !== null) return number
      // Without a model under version control the workflow's own line says what it runs on.
      const isForAll = (approval.rollOut?.stage ?? 'production') === 'production'
      if (isForAll) workflows.setModel(workflowId, { vendor: candidate.vendor, model })
    }
    return record(tested, what, approval).number
  }

  function record(
    { workflowId, current, candidate }: TestedWorkflow,
    what: string,
    approval: Approval,
  ): Change {
    const isSameText = current.instructions === candidate.instructions
    const describe = ({ name, instructions }: SideSetUp) =>
      isSameText ? name : `${name}\n\n${instructions}`.trim()
    const { why, liveOn, decidedBy, approvedBy } = approval
    return changes.record({
      onDate: liveOn,
      workflowIds: [workflowId],
      kind: isOtherModel(current, candidate) ? 'model' : 'prompt',
      what,
      from: describe(current),
      to: describe(candidate),
      why,
      decidedBy,
      approvedBy,
      reverts: null,
      documentId: null,
      isAutomatic: false,
    })
  }

  return {
    decide({ id, decision, why, decidedBy, approvedBy, onDate, rollOut }, { locale }) {
      command(() => {
        const row = desk.find(id)
        assertRevealed(row)
        if (row.state === 'decided') {
          throw new AppError(
            'CONFLICT',
            'This test is decided already. To test again, copy it as a new test.',
          )
        }
        if (onDate > clock.today()) {
          const message = 'That date is in the future. Enter the day it was decided.'
          throw new AppError('INVALID_INPUT', message, [{ field: 'onDate', message }])
        }
        const before = desk.evidence(id)
        if (decision === 'switch') {
          const approval: Approval = {
            why: `${why} (model test of ${formatDay(row.held_on, locale)})`,
            liveOn: onDate,
            decidedBy,
            approvedBy,
            rollOut: rollOut ?? undefined,
          }
          documents.assertApproved(approval, locale)
          for (const tested of repository.workflows(id)) {
            repository.setChange(id, tested.workflowId, switchOver(tested, approval, locale))
          }
        }
        repository.decide(id, { decision, on: onDate, by: decidedBy, why })
        desk.log('decide', id, before, desk.evidence(id))
      })
      return desk.read(id)
    },
  }
}

/** An id that was left as prefilled while the name was changed is still the current side's. */
function modelOf(candidate: SideSetUp, current: SideSetUp): string {
  const isLeftOver = candidate.name !== current.name && candidate.model === current.model
  return isLeftOver ? candidate.name : candidate.model || candidate.name
}

function isOtherModel(current: SideSetUp, candidate: SideSetUp): boolean {
  return current.name !== candidate.name || model(current) !== model(candidate)
}

const model = ({ vendor, model: name }: SideSetUp) => `${vendor}\n${name}`

function whatChanges(current: SideSetUp, candidate: SideSetUp, workflow: string): string {
  if (isOtherModel(current, candidate)) return `${workflow} model: ${current.name} to ${candidate.name}`
  return `${workflow}: instructions of the model test`
}
