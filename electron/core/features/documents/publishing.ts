import type { Change, ChangeKind } from '../../../../shared/contract/changes.ts'
import type { Document, DocumentKind, RollOut, Version } from '../../../../shared/contract/documents.ts'
import { formatDay } from '../../../../shared/domain/format.ts'
import { modelParts, modelText } from '../../../../shared/domain/model-tests/model-text.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import type { Handlers } from '../../handlers.ts'
import type { Changes } from '../changes/service.ts'
import type { Causes, Effects } from '../effects/service.ts'
import type { People } from '../people/service.ts'
import type { Releases } from '../releases/service.ts'
import type { Workflows } from '../workflows/service.ts'
import { versionEvidence } from './evidence.ts'
import type { DocumentsRepository } from './repository.ts'
import { isSame, type Wording } from './rows.ts'

/** Why and since when a wording is live, for whom, what led to it, and who stands behind it. */
export type Approval = Causes & {
  why: string
  liveOn: string
  decidedBy: string
  approvedBy: string
  rollOut?: RollOut | undefined
  /** Of a first version: whether it writes down how things were. Worked out where it is not said. */
  isStartingPoint?: boolean | undefined
}

type Needs = {
  find: (id: number) => Document
  changes: Pick<Changes, 'record'>
  effects: Pick<Effects, 'settle'>
  workflows: Pick<Workflows, 'all'>
  releases: Releases
  people: Pick<People, 'assertHere'>
}
type Entry = { what: string; reverts: number | null; restoredFrom: number | null }

const changeKinds = {
  section: 'foundation',
  prompt: 'prompt',
  model: 'model',
} as const satisfies Record<DocumentKind, ChangeKind>

const everyone: RollOut = { stage: 'production', team: '', until: null }

export const wrongField = (field: string, message: string) =>
  new AppError('INVALID_INPUT', message, [{ field, message }])

/** The model where another one runs from now on, the number of the version otherwise; nobody knows that one ahead. */
function whatIsNew({ kind, current }: Document, text: string, isAhead: boolean): string {
  const { model } = modelParts(text)
  if (kind === 'model' && model !== '' && model !== modelParts(current?.text ?? '').model) return model
  if (isAhead) return 'new wording'
  return current ? `version ${current.number + 1}` : 'first version'
}

export type Publishing = ReturnType<typeof createPublishing>

/** Makes a wording, new or an earlier one, the next version with its change and releases. */
export function createPublishing(
  { commands, clock }: Context,
  repository: DocumentsRepository,
  { find, changes, effects, workflows, releases, people }: Needs,
) {
  const command = commands('documents')
  /** The workflows a new wording acts on from a day on: its own, or those whose prompt draws on the section. */
  function concerned(document: Document, since: string): number[] {
    if (document.workflowId !== null) return [document.workflowId]
    const drawing = repository.drawingOn(document.id, since)
    return drawing.length > 0 ? drawing : liveOn(since, 'production')
  }

  /** The workflows of these stages that were live on a day; one without a go-live date counts as live. */
  const liveOn = (day: string, ...stages: string[]) =>
    workflows
      .all()
      .flatMap(({ id, stage, goLiveOn }) =>
        stages.includes(stage) && (goLiveOn === null || goLiveOn <= day) ? [id] : [],
      )

  /** The date may be meant for somebody who was still here then. */
  function assertApproved({ liveOn: on, decidedBy, approvedBy }: Approval, locale: string) {
    people.assertHere(decidedBy, 'decidedBy', { on, locale, advice: 'Enter who decides it.' })
    people.assertHere(approvedBy, 'approvedBy', { on, locale, advice: 'Enter who approves it.' })
  }

  function assertLiveOn(liveOn: string, current: Version | null, locale: string, field = 'liveOn') {
    if (liveOn > clock.today()) {
      throw wrongField(field, 'That date is in the future. Enter the day the new wording went live.')
    }
    if (current && liveOn < current.liveOn) {
      const day = formatDay(current.liveOn, locale)
      throw wrongField(
        field,
        `Version ${current.number} has been live since ${day}. Enter that day or a later one.`,
      )
    }
  }

  function insertVersion(
    document: Document,
    { text, sectionIds }: Wording,
    approval: Approval,
    { number, restoredFrom }: { number: number; restoredFrom: number | null },
  ): Version {
    const id = repository.insertVersion({
      documentId: document.id,
      number: (document.current?.number ?? 0) + 1,
      text,
      sectionIds,
      liveOn: approval.liveOn,
      publishedAt: clock.now(),
      approvedBy: approval.approvedBy,
      why: approval.why,
      changeNumber: number,
      restoredFrom,
    })
    const version = written(id)
    command.log({
      action: 'publish',
      entity: 'document',
      entityId: document.id,
      before: document.current && versionEvidence(document.current),
      after: versionEvidence(version),
    })
    return version
  }

  function written(id: number): Version {
    const version = repository.version(id)
    if (!version) throw new Error('The version was not written')
    return version
  }

  /**
   * A first prompt or model writes down how things are, and so does the first Foundation; a section that joins a
   * Foundation in force is a change.
   */
  function isStartingPoint({ kind, current }: Pick<Document, 'kind' | 'current'>, liveOn: string): boolean {
    if (current !== null) return false
    return kind !== 'section' || !repository.hasSectionsLive('', liveOn)
  }

  function recordChange(
    document: Document,
    to: Wording,
    approval: Approval,
    { what, reverts, isPlanned = false }: { what: string; reverts: number | null; isPlanned?: boolean },
  ): Change {
    const isFirst = document.current === null
    return changes.record({
      isPlanned,
      isStartingPoint:
        isFirst && !isPlanned && (approval.isStartingPoint ?? isStartingPoint(document, approval.liveOn)),
      workflowIds: concerned(document, approval.liveOn),
      onDate: approval.liveOn,
      kind: changeKinds[document.kind],
      what,
      ...fromAndTo(document.current, to),
      why: approval.why,
      decidedBy: approval.decidedBy,
      approvedBy: approval.approvedBy,
      reverts,
      documentId: document.id,
      isAutomatic: false,
    })
  }

  function makeVersion(document: Document, to: Wording, approval: Approval, entry: Entry) {
    const change = recordChange(document, to, approval, entry)
    const version = putInForce(document, to, approval, { ...entry, change })
    effects.settle(change.number, approval, document.kind === 'section' ? document.id : null)
    return { version, change }
  }

  type InForce = { change: Change; restoredFrom: number | null }

  function putInForce(
    document: Document,
    to: Wording,
    approval: Approval,
    { change, restoredFrom }: InForce,
  ) {
    const { id } = insertVersion(document, to, approval, { restoredFrom, number: change.number })
    const { rollOut = everyone } = approval
    releases.record({
      workflowIds: change.workflowIds,
      liveOn: approval.liveOn,
      approvedBy: approval.approvedBy,
      changeNumber: change.number,
      rollOut,
    })
    return written(id)
  }

  /** The wordings, or what a prompt draws on where that alone changed. */
  function fromAndTo(current: Version | null, to: Wording): Pick<Change, 'from' | 'to'> {
    if (current?.text !== to.text) return { from: current?.text ?? '', to: to.text }
    return { from: sectionNames(current.sectionIds), to: sectionNames(to.sectionIds) }
  }

  const sectionNames = (ids: readonly number[]) =>
    ids.length === 0 ? 'Draws on no section' : `Draws on ${ids.map((id) => find(id).name).join(', ')}`

  /** "Tone" of the company's Foundation, "Proposals prompt" of a workflow; a name of its own is kept. */
  function nameOf({ kind, name, workflowId }: Document): string {
    if (workflowId === null) return name
    const workflow = workflows.all().find(({ id }) => id === workflowId)?.name
    return name.toLowerCase() === kind ? `${workflow} ${kind}` : `${workflow}, ${name}`
  }

  const goBack: Handlers<'documents'>['goBack'] = ({ versionId, ...approval }, { locale }) => {
    return command(() => {
      const earlier = repository.version(versionId)
      if (!earlier) throw new AppError('NOT_FOUND', 'That version is not here.')
      const document = find(earlier.documentId)
      const { current } = document
      if (!current || isSame(earlier, current)) {
        throw new AppError('CONFLICT', `Version ${earlier.number} is the wording that is live now.`)
      }
      assertLiveOn(approval.liveOn, current, locale)
      assertApproved(approval, locale)
      return makeVersion(document, earlier, approval, {
        what: `${nameOf(document)}: back to version ${earlier.number}`,
        reverts: replacedBy(earlier).changeNumber,
        restoredFrom: earlier.number,
      })
    })
  }

  /** Inside the caller's transaction; see `Documents`. A draft stays as it is. */
  function publishModel(
    workflowId: number,
    { vendor, model, what }: { vendor: string; model: string; what: string },
    approval: Approval,
    locale: string,
  ): number | null {
    const document = repository.list(workflowId).find(({ kind }) => kind === 'model')
    const current = document?.current
    if (!document || !current) return null
    const text = modelText({ ...modelParts(current.text), vendor, model })
    if (text === current.text) return current.changeNumber
    assertLiveOn(approval.liveOn, current, locale, 'onDate')
    const wording = { text, sectionIds: current.sectionIds }
    return makeVersion(document, wording, approval, { what, reverts: null, restoredFrom: null }).change.number
  }

  /** The version that last took the place of this wording. */
  function replacedBy(wording: Version): Version {
    const versions = repository.versions(wording.documentId)
    const last = versions.findIndex((version) => isSame(version, wording))
    const next = versions[last - 1]
    if (!next) throw new Error('A wording that is live was not replaced')
    return next
  }

  return {
    makeVersion,
    recordChange,
    putInForce,
    /** What a change by a wording is called in the log. */
    nextName: (document: Document, text: string, liveOn: string) =>
      `${nameOf(document)}: ${whatIsNew(document, text, liveOn > clock.today())}`,
    goBack,
    publishModel,
    concerned,
    assertLiveOn,
    assertApproved,
    insertVersion,
    isStartingPoint,
    liveOn,
  }
}
