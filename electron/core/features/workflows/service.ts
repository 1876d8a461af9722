import { type Stage, type Workflow, WorkflowFields } from '../../../../shared/contract/workflows.ts'
import { measuredAs, measuredDifference } from '../../../../shared/domain/figures/measured-as.ts'
import { measures } from '../../../../shared/domain/figures/measures/index.ts'
import { formatMonth } from '../../../../shared/domain/format.ts'
import { type Day, type Month, monthOf } from '../../../../shared/domain/time/dates.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import type { Handlers } from '../../handlers.ts'
import type { Bin } from '../bin/service.ts'
import type { Changes } from '../changes/service.ts'
import type { People } from '../people/service.ts'
import type { Standards } from '../standards/service.ts'
import { createRemoval } from './removal.ts'
import { createWorkflowsRepository } from './repository.ts'

export type Workflows = Omit<Handlers<'workflows'>, 'update'> & {
  save: (input: Parameters<Handlers<'workflows'>['update']>[0]) => Workflow
  find: (id: number) => Workflow
  all: () => Workflow[]
  nameOf: (id: number) => string
  hasReviews: (id: number) => boolean
  /** Takes over what a published model names, inside the caller's transaction; '' leaves a part as it is. */
  setModel: (id: number, parts: Pick<WorkflowFields, 'vendor' | 'model'>) => void
}

type Needs = {
  changes: Changes
  standards: Standards
  people: Pick<People, 'know' | 'hold'>
  bin: Pick<Bin, 'keep' | 'hold'>
}

/** As a form sends it: a last day of use only where there is one. */
type Entered = Omit<WorkflowFields, 'retiredOn'> & { retiredOn?: Day | null | undefined }

const longestPart = 100

const wrongField = (field: string, message: string) =>
  new AppError('INVALID_INPUT', message, [{ field, message }])

/** 15 and 20 are shares of time (R3): lines left as they were do not go along to a measure that finds its own. */
function withoutLinesOfTime<Fields extends Entered>(before: WorkflowFields, fields: Fields): Fields {
  const isOther = before.measure !== fields.measure && measures[fields.measure].lines === null
  const isLeft = before.targetLine === fields.targetLine && before.updateLine === fields.updateLine
  return isOther && isLeft ? { ...fields, targetLine: null, updateLine: null } : fields
}

export function createWorkflows(context: Context, { changes, standards, people, bin }: Needs): Workflows {
  const { db, clock } = context
  const command = context.commands('workflows')
  const repository = createWorkflowsRepository(db)
  const removal = createRemoval(db)
  people.hold({
    ...{ kind: 'workflow', entity: 'workflow', field: 'processOwner' },
    ...repository.owners,
    log: command.log,
  })
  bin.hold('workflow', {
    clash: (name) =>
      `There is a workflow called ${name} now. Give that one another name, then put this one back.`,
    back: (id) =>
      void command.log({
        action: 'put_back',
        entity: 'workflow',
        entityId: id,
        before: null,
        after: find(id),
      }),
  })

  const find = (id: number) => {
    const workflow = repository.get(id)
    if (!workflow) throw new AppError('NOT_FOUND', 'That workflow is not here.')
    return workflow
  }

  const assertDeletable = (id: number, name: string) => {
    const workflow = find(id)
    if (name.trim() !== workflow.name) throw wrongField('name', `Type ${workflow.name} to delete it.`)
    const [first] = removal.recordsOf(id)
    if (first === undefined) return workflow
    const message = `There is ${first} of ${workflow.name} in the record, so it stays. Set its stage to Retired instead.`
    throw new AppError('CONFLICT', message)
  }

  const assertSound = (fields: WorkflowFields, id: number | null) => {
    const sameName = repository.idOfName(fields.name)
    if (sameName !== undefined && sameName !== id) {
      throw wrongField('name', `There is already a workflow called ${fields.name}. Choose another name.`)
    }
    const { targetLine, updateLine, measure } = fields
    if (targetLine === null && (updateLine !== null || measures[measure].lines !== null)) {
      throw wrongField('targetLine', 'Enter the target as well, or leave both lines empty.')
    }
    if (targetLine !== null && updateLine === null) {
      throw wrongField('updateLine', 'Enter the update line as well, or leave both lines empty.')
    }
    if (targetLine !== null && updateLine !== null && updateLine < targetLine) {
      throw wrongField('updateLine', 'The update line is below the target. Enter a line at or above it.')
    }
    assertRetired(fields, id === null ? null : repository.lastMonth(id))
  }

  const assertRetired = ({ stage, retiredOn, goLiveOn }: WorkflowFields, lastMonth: Month | null) => {
    if (stage !== 'retired') return
    if (retiredOn === null) throw wrongField('retiredOn', 'Enter the last day it was in use.')
    if (retiredOn > clock.today()) {
      throw wrongField('retiredOn', 'That day is still to come. Retire it once nobody uses it any more.')
    }
    if (goLiveOn !== null && retiredOn < goLiveOn) {
      throw wrongField('retiredOn', 'It was not in use yet on that day. Enter a later day.')
    }
    if (lastMonth !== null && monthOf(retiredOn) < lastMonth) {
      const month = formatMonth(lastMonth, 'en-GB')
      throw wrongField(
        'retiredOn',
        `Outputs of ${month} were reviewed, so it was in use then. Enter a later day.`,
      )
    }
  }

  return {
    find,
    all: () => repository.list(),
    nameOf: (id) => find(id).name,
    hasReviews: (id) => find(id).hasReviews,
    setModel(id, parts) {
      const before = find(id)
      const [vendor, model] = [parts.vendor.trim() || before.vendor, parts.model.trim() || before.model]
      const fields = { ...before, vendor: vendor.slice(0, longestPart), model: model.slice(0, longestPart) }
      if (fields.vendor === before.vendor && fields.model === before.model) return
      repository.update(id, WorkflowFields.parse(fields))
      command.log({
        actor: 'evenkeel',
        action: 'update',
        entity: 'workflow',
        entityId: String(id),
        before,
        after: find(id),
      })
    },
    list: () => repository.list(),
    get: ({ id }) => find(id),
    create({ standards: list, ...entered }) {
      return command(() => {
        const fields = inStage(entered)
        assertSound(fields, null)
        people.know(fields.processOwner)
        const id = repository.insert(fields, clock.now())
        const created = find(id)
        command.log({
          action: 'create',
          entity: 'workflow',
          entityId: String(id),
          before: null,
          after: created,
        })
        if (list.length > 0) standards.saveVersion(id, list)
        return created
      })
    },
    async remove({ id, name }) {
      assertDeletable(id, name)
      await context.backUp('before deleting a workflow')
      command(() => {
        const before = assertDeletable(id, name)
        bin.keep({ kind: 'workflow', entityId: id, name: before.name }, () => removal.remove(id))
        command.log({ action: 'delete', entity: 'workflow', entityId: String(id), before, after: null })
      })
      return null
    },
    save({ id, rev, reason, ...entered }) {
      return command(() => {
        const before = find(id)
        const fields = inStage(withoutLinesOfTime(before, entered))
        if (before.rev !== rev) {
          throw new AppError(
            'CONFLICT',
            'This workflow was changed in another window. What you typed is still here: compare, then save again.',
          )
        }
        assertSound(fields, id)
        const from = measuredAs(before)
        const to = measuredAs(fields)
        const isMeasureChange = before.hasReviews && from !== to
        if (isMeasureChange && !reason) {
          throw wrongField(
            'reason',
            'Say why the way this workflow is measured changes. It goes into the change log.',
          )
        }
        const isStageChange = (before.stage === 'retired') !== (fields.stage === 'retired')
        if (isStageChange && !reason) {
          throw wrongField('reason', 'Say why. It goes into the change log.')
        }
        people.know(fields.processOwner)
        repository.update(id, WorkflowFields.parse(fields))
        const after = find(id)
        command.log({
          action: 'update',
          entity: 'workflow',
          entityId: String(id),
          before,
          after,
        })
        const own = { workflowIds: [id], why: reason, decidedBy: '', approvedBy: '' }
        const written = { ...own, reverts: null, documentId: null, isAutomatic: true }
        if (isMeasureChange) {
          changes.record({
            ...written,
            onDate: clock.today(),
            kind: 'measure',
            what: whatChanges(before, fields),
            from,
            to,
            measures: { from: before.measure, to: fields.measure },
          })
        }
        if (isStageChange) {
          changes.record({
            ...written,
            onDate: fields.retiredOn ?? clock.today(),
            kind: 'other',
            what: `${fields.name} is ${fields.stage === 'retired' ? 'retired' : 'in use again'}`,
            from: stageWords[before.stage],
            to: stageWords[fields.stage],
          })
        }
        return after
      })
    },
  }
}

const stageWords: Readonly<Record<Stage, string>> = {
  pilot: 'Pilot',
  production: 'In production',
  retired: 'Retired',
}

/** Only what is retired has a last day of use. */
const inStage = <Fields extends Entered>(fields: Fields): Fields & Pick<WorkflowFields, 'retiredOn'> => ({
  ...fields,
  retiredOn: fields.stage === 'retired' ? (fields.retiredOn ?? null) : null,
})

/** What the change log calls a change to how a workflow is measured. */
function whatChanges(before: WorkflowFields, after: WorkflowFields): string {
  switch (measuredDifference(before, after)) {
    case 'measure':
      return `${after.name} is measured by ${measures[after.measure].name}`
    case 'by_hand':
      return `Minutes by hand of ${after.name}`
    case 'sample':
      return `Outputs in a review of ${after.name}`
    default:
      return `Lines of ${after.name}`
  }
}
