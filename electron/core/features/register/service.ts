import type {
  Dependency,
  DependencyFields,
  Incident,
  IncidentFields,
  RegisterEntry,
} from '../../../../shared/contract/register.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { AttentionSource } from '../../attention.ts'
import type { Context } from '../../context.ts'
import type { Call, Handlers } from '../../handlers.ts'
import type { People } from '../people/service.ts'
import type { Releases } from '../releases/service.ts'
import type { Workflows } from '../workflows/service.ts'
import { registerAttention } from './attention.ts'
import { emptyEntry, gapsOf } from './gaps.ts'
import {
  createRegisterRepository,
  type StoredDependency,
  type StoredEntry,
  type StoredIncident,
} from './repository.ts'

type Needs = {
  workflows: Workflows
  releases: Pick<Releases, 'at'>
  people: Pick<People, 'assertHere' | 'know' | 'hold'>
}

export type Register = Handlers<'register'> & {
  /** Every workflow's entry, in the order of the workflows. */
  all: (call: Call) => Promise<RegisterEntry[]>
  attention: AttentionSource
}

const wrongField = (field: string, message: string) =>
  new AppError('INVALID_INPUT', message, [{ field, message }])

const changedElsewhere = (what: string) =>
  new AppError(
    'CONFLICT',
    `This ${what} was changed in another window. What you typed is still here: compare, then save again.`,
  )

const dependencyOf = ({ workflowId: _workflowId, ...dependency }: StoredDependency): Dependency => dependency
const incidentOf = ({ workflowId: _workflowId, ...incident }: StoredIncident): Incident => incident

/** What is on record about each workflow beside its set-up: who stands in, its data, and what went wrong. */
export function createRegister(context: Context, { workflows, releases, people }: Needs): Register {
  const { db, clock } = context
  const command = context.commands('register')
  const repository = createRegisterRepository(db)
  const { log } = command
  people.hold({ kind: 'deputy', entity: 'register_entry', field: 'deputy', ...repository.deputies, log })
  people.hold({
    ...{ kind: 'dependency', entity: 'data_dependency', field: 'owner' },
    ...repository.dependencyOwners,
    log,
  })

  const stored = (workflowId: number): StoredEntry =>
    repository.entry(workflowId) ?? { ...emptyEntry, workflowId, reviewedOn: null, rev: 0 }

  async function entryOf(workflowId: number, call: Call): Promise<RegisterEntry> {
    const workflow = workflows.find(workflowId)
    const { release, pilots } = await releases.at({ workflowId, on: clock.today() }, call)
    const known = {
      ...stored(workflowId),
      workflowName: workflow.name,
      purpose: workflow.purpose,
      model: [workflow.vendor, workflow.model].filter((part) => part !== '').join(', '),
      owner: workflow.processOwner,
      stage: workflow.stage,
      release,
      dependencies: repository.dependencies(workflowId).map(dependencyOf),
      incidents: repository.incidents(workflowId).map(incidentOf),
    }
    return { ...known, gaps: gapsOf({ ...known, hasPilot: pilots.length > 0 }) }
  }

  const find = <T>(found: T | undefined, what: string): T => {
    if (found === undefined) throw new AppError('NOT_FOUND', `That ${what} is not here any more.`)
    return found
  }

  function assertSound({ happenedOn, closedOn, changeNumber }: IncidentFields) {
    const today = clock.today()
    if (happenedOn > today) {
      throw wrongField('happenedOn', 'That date is in the future. Enter the day it happened.')
    }
    if (closedOn !== null && closedOn > today) {
      throw wrongField('closedOn', 'That date is in the future. Leave it empty until the incident is closed.')
    }
    if (closedOn !== null && closedOn < happenedOn) {
      throw wrongField('closedOn', 'It can’t be closed before it happened. Enter a later day.')
    }
    if (changeNumber !== null && !repository.hasChange(changeNumber)) {
      throw wrongField('changeNumber', `There is no change ${changeNumber}. Look for its number in Changes.`)
    }
  }

  const record = (action: string, entity: string, entityId: number, before: unknown, after: unknown) =>
    command.log({ action, entity, entityId, before, after })

  function putEntry(before: StoredEntry, fields: Omit<StoredEntry, 'rev'>, action: string) {
    repository.putEntry(fields)
    const known = before.rev === 0 ? null : before
    record(action, 'register_entry', fields.workflowId, known, stored(fields.workflowId))
  }

  /** Runs a change in one transaction, then tells the windows. */
  function changing<T>(change: () => T): T {
    const result = command(change)
    return result
  }

  return {
    all: (call) => Promise.all(workflows.all().map(({ id }) => entryOf(id, call))),
    attention: (locale) => registerAttention(repository, workflows.all(), { today: clock.today(), locale }),
    get: ({ workflowId }, call) => entryOf(workflowId, call),
    save({ workflowId, rev, ...fields }, call) {
      changing(() => {
        const { locale } = call
        workflows.find(workflowId)
        const before = stored(workflowId)
        if (before.rev !== rev) throw changedElsewhere('register entry')
        people.assertHere(fields.deputy, 'deputy', { locale, advice: 'Enter who stands in now.' })
        people.know(fields.deputy)
        putEntry(before, { ...fields, workflowId, reviewedOn: before.reviewedOn }, 'save')
      })
      return entryOf(workflowId, call)
    },
    markReviewed({ workflowId, nextReviewOn }, call) {
      const today = clock.today()
      if (nextReviewOn <= today) {
        throw wrongField('nextReviewOn', 'Enter a day after today for the next review.')
      }
      changing(() => {
        workflows.find(workflowId)
        const before = stored(workflowId)
        putEntry(before, { ...before, nextReviewOn, reviewedOn: today }, 'review')
      })
      return entryOf(workflowId, call)
    },
    saveDependency({ workflowId, id, ...fields }, { locale }) {
      return changing(() => {
        workflows.find(workflowId)
        assertChecked(fields)
        people.assertHere(fields.owner, 'owner', { locale, advice: 'Enter who answers for it now.' })
        people.know(fields.owner)
        return id === null ? addDependency(workflowId, fields) : updateDependency(workflowId, id, fields)
      })
    },
    removeDependency({ id }) {
      changing(() => {
        const before = find(repository.dependency(id), 'data source')
        repository.removeDependency(id)
        record('remove', 'data_dependency', id, before, null)
      })
      return null
    },
    recordIncident({ workflowId, ...fields }) {
      return changing(() => {
        workflows.find(workflowId)
        assertSound(fields)
        const id = repository.insertIncident(workflowId, fields, clock.now())
        const after = find(repository.incident(id), 'incident')
        record('record', 'incident', id, null, after)
        return incidentOf(after)
      })
    },
    updateIncident({ id, rev, ...fields }) {
      return changing(() => {
        const before = find(repository.incident(id), 'incident')
        if (before.rev !== rev) throw changedElsewhere('incident')
        assertSound(fields)
        repository.updateIncident(id, fields)
        const after = find(repository.incident(id), 'incident')
        record('update', 'incident', id, before, after)
        return incidentOf(after)
      })
    },
  }

  function assertChecked({ lastCheckedOn }: DependencyFields) {
    if (lastCheckedOn !== null && lastCheckedOn > clock.today()) {
      throw wrongField('lastCheckedOn', 'That date is in the future. Enter the day it was last checked.')
    }
  }

  function addDependency(workflowId: number, fields: DependencyFields): Dependency {
    const id = repository.insertDependency(workflowId, fields)
    const after = find(repository.dependency(id), 'data source')
    record('create', 'data_dependency', id, null, after)
    return dependencyOf(after)
  }

  function updateDependency(workflowId: number, id: number, fields: DependencyFields): Dependency {
    const before = repository.dependency(id)
    if (before?.workflowId !== workflowId) return find<Dependency>(undefined, 'data source')
    repository.updateDependency(id, fields)
    const after = find(repository.dependency(id), 'data source')
    record('update', 'data_dependency', id, before, after)
    return dependencyOf(after)
  }
}
