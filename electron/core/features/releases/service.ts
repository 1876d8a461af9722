import type { Release, RollOut, Stage } from '../../../../shared/contract/documents.ts'
import type { Todo, UpcomingDate } from '../../../../shared/contract/results.ts'
import { formatDay } from '../../../../shared/domain/format.ts'
import { modelParts } from '../../../../shared/domain/model-tests/model-text.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { AttentionSource } from '../../attention.ts'
import type { Context } from '../../context.ts'
import type { Handlers } from '../../handlers.ts'
import type { Workflows } from '../workflows/service.ts'
import { createReleasesRepository, type ReleaseRow } from './repository.ts'

/** What made a release: the change that was published, for which workflows, and how far it goes. */
export type Occasion = {
  workflowIds: readonly number[]
  liveOn: string
  approvedBy: string
  changeNumber: number
  rollOut: RollOut
}

export type Releases = Handlers<'releases'> & {
  /** Writes what the workflows run on from a day on, inside the caller's transaction. */
  record: (occasion: Occasion) => void
  /** What everyone runs on a day. */
  running: (workflowId: number, on: string) => Release | null
  /** Newest first. */
  all: (workflowId: number) => Release[]
  /** How far each change of a workflow went that was not for everyone at once, earliest first. */
  stages: (workflowId: number) => Map<number, Stage[]>
  attention: AttentionSource
}

type Part = Pick<Occasion, 'approvedBy' | 'changeNumber'>

const stageWords = {
  testing: 'in testing',
  pilot: 'a pilot',
  production: 'in production',
  retired: 'retired',
}

const wrongField = (field: string, message: string) =>
  new AppError('INVALID_INPUT', message, [{ field, message }])

/** Releases: what a workflow ran on, from which day, and who ran it. Written once, never altered. */
export function createReleases(
  { commands, db, clock, measured }: Context,
  workflows: Pick<Workflows, 'find' | 'all' | 'setModel'>,
): Releases {
  const command = commands('releases')
  const repository = createReleasesRepository(db)

  const toRelease = (row: ReleaseRow, on = clock.today()): Release => ({
    workflowId: row.workflow_id,
    number: row.number,
    liveOn: row.live_on,
    approvedBy: row.approved_by,
    changeNumber: row.change_number,
    ...stagesOf(row, on),
    parts: repository.parts(row.id),
  })

  /** A release made after its change had moved on is in that stage from its own first day. */
  function stagesOf({ workflow_id, change_number, live_on }: ReleaseRow, on: string) {
    const stages = repository.stages(workflow_id, change_number, on)
    const stage = stages.at(-1) ?? { stage: 'production', team: '', until: null, since: live_on }
    const since = stage.since < live_on ? live_on : stage.since
    return { rollOut: { ...stage, since }, earlierStages: stages.slice(0, -1) }
  }

  const stageOf = (row: ReleaseRow, on: string): Stage => stagesOf(row, on).rollOut

  const releaseAt = (workflowId: number, on: string): Release | null => {
    const row = repository.at(workflowId, on)
    return row ? toRelease(row, on) : null
  }

  const all = (workflowId: number) => repository.list(workflowId).map((row) => toRelease(row))

  /** True when a release was written: what ran that day differs by this change. */
  function recordDay(workflowId: number, on: string, { approvedBy, changeNumber }: Part): boolean {
    const versionIds = repository.partsOn(workflowId, on, changeNumber)
    const before = releaseAt(workflowId, on)
    const ranBefore = new Set(before?.parts.map(({ versionId }) => versionId))
    if (versionIds.length === ranBefore.size && versionIds.every((id) => ranBefore.has(id))) return false
    const id = repository.insert({ workflowId, liveOn: on, approvedBy, changeNumber }, versionIds)
    command.log({
      actor: 'evenkeel',
      action: 'record',
      entity: 'release',
      entityId: id,
      before,
      after: repository.parts(id),
    })
    return true
  }

  /** The day itself, and the later days on which something else went live or moved on. */
  const daysFrom = (workflowId: number, on: string) => [on, ...repository.daysAfter(workflowId, on)]

  /** What everyone ran, written anew for each day from `on` that a part now differs on. */
  function recordProduction(workflowId: number, on: string, part: Part) {
    for (const day of daysFrom(workflowId, on)) recordDay(workflowId, day, part)
  }

  /** What is left for everyone once a change is taken out: each such day goes by the release it had then. */
  function recordRest(workflowId: number, on: string) {
    for (const day of daysFrom(workflowId, on)) {
      const ran = releaseAt(workflowId, day)
      if (ran) recordDay(workflowId, day, ran)
    }
  }

  /** The workflow's own line names the model everyone runs on. */
  function followModel(workflowId: number) {
    const running = repository.at(workflowId, clock.today())
    const text = running && repository.modelText(running.id)
    if (text !== undefined) workflows.setModel(workflowId, modelParts(text))
  }

  function setStage(workflowId: number, changeNumber: number, since: string, to: RollOut) {
    repository.insertStage(workflowId, changeNumber, since, to, clock.now())
    measured.tell([workflowId])
  }

  function recordFor(workflowId: number, { liveOn, rollOut, ...part }: Occasion) {
    if (rollOut.stage === 'production') return recordProduction(workflowId, liveOn, part)
    setStage(workflowId, part.changeNumber, liveOn, rollOut)
    // A pilot is what was handed to the team: later production parts never join it, nor it them.
    daysFrom(workflowId, liveOn).some((day) => recordDay(workflowId, day, part))
  }

  function assertMayMove(row: ReleaseRow, since: string, to: RollOut, locale: string) {
    const { number } = row
    if (since > clock.today()) {
      throw wrongField('since', 'That date is in the future. Enter the day the release moved on.')
    }
    const now = stageOf(row, clock.today())
    if (since < now.since) {
      const day = formatDay(now.since, locale)
      const message = `Release ${number} has been ${stageWords[now.stage]} since ${day}. Enter that day or a later one.`
      throw wrongField('since', message)
    }
    if (now.stage === 'production' && to.stage === 'production') {
      throw new AppError('CONFLICT', `Release ${number} is in production already.`)
    }
    const running = repository.at(row.workflow_id, clock.today())
    if (now.stage === 'production' && running && running.number !== number) {
      throw new AppError(
        'CONFLICT',
        `Release ${running.number} has taken the place of release ${number}. Move that one, or go back to an earlier version.`,
      )
    }
  }

  /** Writes the stage, then what everyone runs by it. */
  function moveOn(row: ReleaseRow, since: string, to: RollOut) {
    const { workflow_id: workflowId, change_number: changeNumber, number } = row
    const before = toRelease(row)
    setStage(workflowId, changeNumber, since, to)
    if (to.stage !== 'production') recordRest(workflowId, since)
    else {
      recordProduction(workflowId, since, { approvedBy: row.approved_by, changeNumber })
      if (!repository.isLive(workflowId, since, changeNumber)) {
        throw new AppError(
          'CONFLICT',
          `Everyone has newer wordings than release ${number}, so moving it would change nothing. Go back to its version instead.`,
        )
      }
    }
    followModel(workflowId)
    const after = toRelease(row)
    command.log({
      action: 'stage',
      entity: 'release',
      entityId: row.id,
      before: before.rollOut,
      after: after.rollOut,
    })
    return after
  }

  /** Pilots whose end has passed and that nobody moved on, and the ends to come. */
  function attention(locale: string): { todos: Todo[]; dates: UpcomingDate[] } {
    const today = clock.today()
    const names = new Map(
      workflows.all().flatMap(({ id, name, stage }) => (stage === 'retired' ? [] : [[id, name] as const])),
    )
    const todos: Todo[] = []
    const dates: UpcomingDate[] = []
    for (const { workflow_id: workflowId, change_number, until } of repository.pilotsWithEnd(today)) {
      const name = names.get(workflowId)
      const release = repository.list(workflowId).find((row) => row.change_number === change_number)
      if (name === undefined || !release) continue
      const what = `The pilot of release ${release.number} of ${name}`
      const target = { page: 'workflow', workflowId, tab: 'prompt' } as const
      if (until >= today) dates.push({ on: until, what: `${what} ends`, isOverdue: false, target })
      else todos.push(endedPilot(`${what} ended on ${formatDay(until, locale)}: decide`, release))
    }
    return { todos, dates }
  }

  return {
    record(occasion) {
      const { rollOut, liveOn } = occasion
      if (rollOut.stage === 'retired') {
        throw wrongField('rollOut.stage', 'A new wording starts in testing, as a pilot or in production.')
      }
      const to = assertRollOut(rollOut, liveOn, 'rollOut.')
      for (const workflowId of occasion.workflowIds) {
        recordFor(workflowId, { ...occasion, rollOut: to })
        followModel(workflowId)
      }
    },
    running: releaseAt,
    stages: repository.stagesOfWorkflow,
    all,
    list({ workflowId }) {
      workflows.find(workflowId)
      return all(workflowId)
    },
    at({ workflowId, on }) {
      workflows.find(workflowId)
      const pilots = repository.pilots(workflowId, on).map((row) => toRelease(row, on))
      return { release: releaseAt(workflowId, on), pilots }
    },
    setStage({ workflowId, number, since, ...rollOut }, { locale }) {
      return command(() => {
        workflows.find(workflowId)
        const row = repository.find(workflowId, number)
        if (!row) throw new AppError('NOT_FOUND', 'That release is not here.')
        const to = assertRollOut(rollOut, since)
        assertMayMove(row, since, to, locale)
        return moveOn(row, since, to)
      })
    },
    attention,
  }
}

const endedPilot = (title: string, { id, workflow_id }: ReleaseRow): Todo => ({
  id: `pilot:${id}`,
  title,
  detail: 'Move it to production, go on with the pilot, or retire it.',
  action: 'Open the releases',
  target: { page: 'workflow', workflowId: workflow_id, tab: 'prompt' },
  mark: null,
})

/** The stage as it is kept. A pilot has a team and an end after its first day; INVALID_INPUT names the field. */
function assertRollOut({ stage, team, until }: RollOut, since: string, path = ''): RollOut {
  if (stage !== 'pilot') return { stage, team: '', until: null }
  if (team === '') throw wrongField(`${path}team`, 'Enter which team tries it.')
  if (until === null) throw wrongField(`${path}until`, 'Enter until when the pilot runs.')
  if (until <= since) {
    throw wrongField(`${path}until`, 'The pilot would end before it began. Enter a later day.')
  }
  return { stage, team, until }
}
