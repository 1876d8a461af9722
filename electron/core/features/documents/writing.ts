import type { Change } from '../../../../shared/contract/changes.ts'
import type { Document, Version } from '../../../../shared/contract/documents.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import type { Handlers } from '../../handlers.ts'
import type { Changes } from '../changes/service.ts'
import type { Effects } from '../effects/service.ts'
import { type Approval, type Publishing, wrongField } from './publishing.ts'
import type { DocumentsRepository } from './repository.ts'
import { isSame, type Wording } from './rows.ts'

type Needs = {
  find: (id: number) => Document
  changes: Pick<Changes, 'find' | 'say'>
  effects: Pick<Effects, 'settle' | 'details'>
  publishing: Publishing
}

export type Writing = ReturnType<typeof createWriting>

/**
 * What the owner writes becomes the next version: at once, or on a day ahead. Until such a change is said to be
 * live, the wording in force stays in force.
 */
export function createWriting(
  { commands, clock }: Context,
  repository: DocumentsRepository,
  { find, changes, effects, publishing }: Needs,
) {
  const command = commands('documents')

  /** Inside the caller's transaction. */
  function plan(document: Document, to: Wording, approval: Approval, what: string): Change {
    if (document.planned) {
      const { changeNumber } = document.planned
      throw new AppError(
        'CONFLICT',
        `Change ${changeNumber} is planned for ${document.name} already. Say that it is live, or call it off first.`,
      )
    }
    if ((approval.rollOut?.stage ?? 'production') !== 'production') {
      throw wrongField(
        'liveOn',
        'A pilot or test begins on a day that has come. Enter today or an earlier day.',
      )
    }
    const entry = { what, reverts: null, isPlanned: true }
    const change = publishing.recordChange(document, to, approval, entry)
    repository.plan(change.number, document.id, to)
    effects.settle(change.number, approval, document.kind === 'section' ? document.id : null)
    return change
  }

  /** Inside the caller's transaction. */
  function makeNext(
    document: Document,
    to: Wording,
    { what, ...approval }: Approval & { what: string },
    locale: string,
  ): { version: Version | null; change: Change } {
    const { current } = document
    if (current && isSame(to, current)) {
      throw new AppError('INVALID_INPUT', `Nothing changed against version ${current.number}.`)
    }
    if (to.text.trim() === '') {
      throw wrongField('text', `${document.name} has no text. Write it first, then publish it.`)
    }
    publishing.assertApproved(approval, locale)
    if (approval.liveOn > clock.today()) return { version: null, change: plan(document, to, approval, what) }
    publishing.assertLiveOn(approval.liveOn, current, locale)
    return publishing.makeVersion(document, to, approval, { what, reverts: null, restoredFrom: null })
  }

  const publish: Handlers<'documents'>['publish'] = ({ id, ...approval }, { locale }) =>
    command(() => {
      const document = find(id)
      const draft = document.draft ?? document.current ?? { text: '', sectionIds: [] }
      const what = publishing.nextName(document, draft.text, approval.liveOn)
      const made = makeNext(document, draft, { ...approval, what }, locale)
      repository.removeDraft(id)
      return made
    })

  /** A draft stays as it is. */
  const write: Handlers<'documents'>['write'] = ({ id, text, what, ...approval }, { locale }) =>
    command(() => {
      const document = find(id)
      const wording = { text, sectionIds: document.current?.sectionIds ?? [] }
      return makeNext(document, wording, { ...approval, what }, locale)
    })

  const goLive: Handlers<'changes'>['goLive'] = ({ number, liveOn }, { locale }) => {
    command(() => {
      const change = changes.find(number)
      const planned = change.plan === 'planned' ? repository.plannedBy(number) : null
      const document = planned && find(planned.documentId)
      publishing.assertLiveOn(liveOn, document?.current ?? null, locale)
      if (!planned || !document) return void changes.say(number, liveOn, 'live')
      const { current } = document
      if (current && isSame(planned, current)) {
        throw new AppError(
          'CONFLICT',
          `Version ${current.number} of ${document.name} says the same already. Call change ${number} off.`,
        )
      }
      // Prompts may draw on the section since it was planned.
      const live = changes.say(number, liveOn, 'live', publishing.concerned(document, liveOn))
      const { why, decidedBy, approvedBy } = change
      const approval = { why, decidedBy, approvedBy, liveOn }
      publishing.putInForce(document, planned, approval, { change: live, restoredFrom: null })
    })
    return effects.details(changes.find(number))
  }

  return { makeNext, publish, write, goLive }
}
