import type { FoundationReview } from '../../../../shared/contract/foundation-reviews.ts'
import type { Workflow } from '../../../../shared/contract/workflows.ts'
import { actionsOf, isDecided } from '../../../../shared/domain/foundation/foundation-answers.ts'
import { toTrigger } from '../../../../shared/domain/foundation/triggers.ts'
import type { Day } from '../../../../shared/domain/time/dates.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { AttentionSource } from '../../attention.ts'
import type { Context } from '../../context.ts'
import type { Handlers } from '../../handlers.ts'
import type { Actions } from '../actions/service.ts'
import type { Company } from '../company/service.ts'
import type { Documents } from '../documents/service.ts'
import type { Findings } from '../findings/service.ts'
import type { People } from '../people/service.ts'
import type { Signals } from '../signals/service.ts'
import { createAnswers } from './answers.ts'
import { likelyAttendees } from './attendees.ts'
import { createAttention } from './attention.ts'
import { createCards } from './cards.ts'
import { assertFinishable, confirmSection } from './finish.ts'
import { createFollowUp } from './follow-up.ts'
import { foundationMatter } from './matter.ts'
import { createPlan } from './plan.ts'
import { type Reason, reasonSentence } from './reason.ts'
import { createFoundationReviewsRepository } from './repository.ts'
import type { ReviewRow } from './rows.ts'
import { createTriggers } from './triggers.ts'

type Needs = {
  company: Company
  workflows: { all: () => Workflow[]; nameOf: (id: number) => string }
  findings: Pick<Findings, 'points' | 'latest'>
  signals: Signals
  actions: Actions
  people: Pick<People, 'assertHere' | 'everyone' | 'hold'>
  documents: Documents
}

export type FoundationReviews = Handlers<'foundationReviews'> & {
  /** How many were held from one day to another, both included. */
  heldBetween: (from: Day, to: Day) => number
  /** The finished ones held until a day, the latest first. */
  heldTo: (day: Day) => number[]
  /** When the next one is due, also when that day has passed. */
  dueOn: () => Day | null
  /** What calls for a Foundation review now (R8). */
  triggers: Handlers<'signals'>['triggers']
  read: (id: number, locale: string) => FoundationReview
  attention: AttentionSource
  /** The next one as a matter of its own on Home. */
  matter: ReturnType<typeof foundationMatter>
}

const wrongField = (field: string, message: string) =>
  new AppError('INVALID_INPUT', message, [{ field, message }])

/** With the process owners, section by section: is it still true, and who changes what by when? */
export function createFoundationReviews(context: Context, needs: Needs): FoundationReviews {
  const { db, clock } = context
  const command = context.commands('foundationReviews')
  const repository = createFoundationReviewsRepository(db)
  const { signals, actions, people, documents } = needs
  people.hold({
    ...{ kind: 'review', entity: 'foundation_review', field: 'attendee' },
    ...repository.takingPart,
    log: command.log,
  })
  const triggers = createTriggers(clock, repository, needs)
  const plan = createPlan(clock, repository, { ...needs, triggers })
  const cards = createCards(clock, repository, needs)
  const followUp = createFollowUp(context, needs)
  const answers = createAnswers(context, repository, { people, find, card: cards.one, read })

  function find(id: number): ReviewRow {
    const row = repository.find(id)
    if (!row) throw new AppError('NOT_FOUND', 'That Foundation review is not here.')
    return row
  }

  function read(id: number, locale: string): FoundationReview {
    const row = find(id)
    const isFinished = row.state === 'finished'
    return {
      id,
      heldOn: row.held_on,
      state: row.state,
      reason: reasonSentence(JSON.parse(row.reason) as Reason, locale),
      since: row.state === 'preparing' ? (repository.before(id)?.held_on ?? null) : row.since,
      attendees: repository.attendees(id),
      cards: cards.list(row),
      signals: cards.unplaced(row),
      actions: followUp.withBefore(isFinished ? actions.ofReview(id) : actions.open()),
      secondsUsed: row.seconds_used,
      sectionId: row.section_id,
      undoLabel: answers.undoLabel(row),
      finishedAt: row.finished_at,
      nextOn: row.next_on,
      rev: row.rev,
    }
  }

  function attendeesToBe() {
    const today = clock.today()
    const last = repository.lastHeld(today)
    const owners = needs.workflows
      .all()
      .flatMap(({ stage, processOwner }) => (stage === 'retired' ? [] : processOwner))
    return likelyAttendees({
      last: last ? repository.attendees(last.id) : [],
      named: [...owners, ...documents.sections().map(({ verifier }) => verifier)],
      people: people.everyone().map(({ leftOn, ...person }) => ({
        ...person,
        hasLeft: leftOn !== null && leftOn <= today,
      })),
    })
  }

  /** A review as the log keeps it: its answers are logged one by one. */
  function evidence(id: number) {
    const row = find(id)
    return { ...row, attendees: repository.attendees(id) }
  }

  function log(action: string, id: number, before: unknown, after: unknown) {
    command.log({ action, entity: 'foundation_review', entityId: id, before, after })
  }

  function assertDistinct(attendees: readonly { name: string }[]) {
    const names = new Set<string>()
    for (const { name } of attendees) {
      if (names.has(name.toLowerCase())) throw wrongField('attendees', `${name} is in the list twice.`)
      names.add(name.toLowerCase())
    }
  }

  return {
    dueOn: plan.dueOn,
    read,
    attention: createAttention(clock, repository, { plan, actions }),
    matter: foundationMatter(clock, repository, plan, triggers),
    triggers: (_input, { locale }) => triggers().map((trigger) => toTrigger(trigger, locale)),
    ...followUp.calls,
    ...answers.calls,
    plan: (_input, { locale }) => ({ ...plan.read(locale), attendees: attendeesToBe() }),
    heldBetween: (from, to) =>
      repository
        .summaries()
        .filter(({ state, heldOn }) => state === 'finished' && heldOn >= from && heldOn <= to).length,
    heldTo: (day) =>
      repository
        .summaries()
        .flatMap(({ id, state, heldOn }) => (state === 'finished' && heldOn <= day ? [id] : [])),
    list: () =>
      repository
        .summaries()
        .map((row) => (row.state === 'preparing' ? { ...row, total: repository.sectionCount() } : row)),
    get: ({ id }, { locale }) => read(id, locale),
    prepare({ heldOn, attendees }, { locale }) {
      const id = command(() => {
        if (repository.underWay()) {
          throw new AppError('CONFLICT', 'A Foundation review is under way already. Go on with that one.')
        }
        assertDistinct(attendees)
        const id = repository.insert(heldOn, plan.reasonFor(heldOn), clock.now())
        repository.setAttendees(id, attendees)
        log('prepare', id, null, evidence(id))
        return id
      })
      return read(id, locale)
    },
    update({ id, rev, heldOn, attendees }, { locale }) {
      command(() => {
        const row = find(id)
        assertNotFinished(row)
        if (row.rev !== rev) {
          throw new AppError(
            'CONFLICT',
            'This review was changed in another window. What you typed is still here: compare, then save again.',
          )
        }
        assertDistinct(attendees)
        const before = evidence(id)
        repository.update(id, heldOn, row.state === 'preparing' ? plan.reasonFor(heldOn) : null)
        repository.setAttendees(id, attendees)
        log('update', id, before, evidence(id))
      })
      return read(id, locale)
    },
    discard({ id }) {
      command(() => {
        const { state } = find(id)
        if (state !== 'preparing') {
          throw new AppError('CONFLICT', 'This review has begun, so it is kept. Go on with it and finish it.')
        }
        const before = evidence(id)
        repository.remove(id)
        log('discard', id, before, null)
      })
      return null
    },
    start({ id }, { locale }) {
      command(() => {
        const row = find(id)
        if (row.state !== 'preparing') throw new AppError('CONFLICT', 'This review has begun already.')
        const startedAt = clock.now()
        const [sectionId] = cards.freeze({ ...row, started_at: startedAt })
        if (sectionId === undefined) {
          throw new AppError(
            'INVALID_INPUT',
            'The Foundation has no sections yet. Write or import it first, then start the review.',
          )
        }
        repository.start(id, { since: repository.before(id)?.held_on ?? null, sectionId, startedAt })
        log('start', id, null, { ...evidence(id), cards: repository.cards(id) })
      })
      return read(id, locale)
    },
    finish({ id, nextOn }, { locale }) {
      command(() => {
        const row = find(id)
        answers.assertInSession(row)
        const list = cards.list(row)
        assertFinishable(row, list, { today: clock.today(), nextOn, locale, people })
        const before = evidence(id)
        repository.finish(id, clock.now(), nextOn ?? plan.after(row.held_on))
        conclude(row, list.filter(isDecided))
        log('finish', id, before, evidence(id))
      })
      return read(id, locale)
    },
    agree({ id, attendeeId, hasAgreed }, { locale }) {
      command(() => {
        if (find(id).state !== 'finished') {
          throw new AppError('CONFLICT', 'Finish the review first, then note who agreed to it.')
        }
        const before = repository.attendees(id)
        if (!repository.agree(id, attendeeId, hasAgreed ? clock.today() : null)) {
          throw new AppError('NOT_FOUND', 'That person is not on the list of this review.')
        }
        log('agree', id, before, repository.attendees(id))
      })
      return read(id, locale)
    },
  }

  /** What follows from the answers: confirmations, signals dealt with, actions. */
  function conclude(row: ReviewRow, decided: ReturnType<typeof cards.list>) {
    const confirmed = {
      heldOn: row.held_on,
      attendees: repository.attendees(row.id),
      ownerName: needs.company.ownerName(),
    }
    for (const card of decided) {
      const { sectionId, answer } = card
      if (answer === 'yes') confirmSection(documents, card, confirmed)
      const kind = answer === 'change' ? 'change' : 'find_out'
      for (const { what, who, dueOn } of actionsOf(card)) {
        if (dueOn !== null) actions.insert({ reviewId: row.id, sectionId, kind, what, who, dueOn })
      }
    }
    const settled = decided.filter(({ answer }) => answer === 'yes')
    const handled = signals.openFor(settled.map(({ sectionId }) => sectionId)).map((signal) => signal.id)
    signals.handledByReview(handled, row.id)
  }
}

function assertNotFinished({ state }: ReviewRow) {
  if (state !== 'finished') return
  throw new AppError('CONFLICT', 'This Foundation review is finished and locked.')
}
