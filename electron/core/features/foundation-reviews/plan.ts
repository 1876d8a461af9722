import type { FoundationPlan } from '../../../../shared/contract/foundation-reviews.ts'
import type { Trigger } from '../../../../shared/contract/signals.ts'
import type { Workflow } from '../../../../shared/contract/workflows.ts'
import {
  foundationCadence,
  nextFoundationReview,
  upcomingFoundationReviews,
} from '../../../../shared/domain/cadence.ts'
import type { Day } from '../../../../shared/domain/dates.ts'
import { formatDay } from '../../../../shared/domain/format.ts'
import type { Clock } from '../../clock.ts'
import type { FoundationReviewsRepository } from './repository.ts'

const namedAtMost = 3

export type PlanNeeds = {
  workflows: { all: () => Workflow[] }
  triggers: (locale: string) => readonly Trigger[]
  /** The instant the company was set up; null while it is not. */
  companySince: () => string | null
}

export type Plan = ReturnType<typeof createPlan>

/** When the next Foundation review is due, and why (R8). */
export function createPlan(clock: Clock, repository: FoundationReviewsRepository, needs: PlanNeeds) {
  /** The workflow in use that went live last, if one has. */
  function newest(): { name: string; goLiveOn: Day } | null {
    const live = needs.workflows
      .all()
      .flatMap(({ name, stage, goLiveOn }) =>
        stage !== 'retired' && goLiveOn !== null && goLiveOn <= clock.today() ? [{ name, goLiveOn }] : [],
      )
      .sort((a, b) => (a.goLiveOn < b.goLiveOn ? 1 : -1))
    return live[0] ?? null
  }

  const reference = () => {
    const last = repository.lastHeld()
    return {
      newestGoLive: newest()?.goLiveOn ?? null,
      lastHeldOn: last?.held_on ?? null,
      knownSince: needs.companySince()?.slice(0, 10) ?? clock.today(),
      agreedOn: last?.next_on ?? null,
    }
  }

  const dueOn = (): Day | null => nextFoundationReview(reference())

  /** The date that follows a review held on a day, as the rhythm has it. */
  const after = (heldOn: Day): Day | null =>
    nextFoundationReview({ ...reference(), lastHeldOn: heldOn, agreedOn: null })

  function dated(due: Day, locale: string): string {
    const { agreedOn, lastHeldOn } = reference()
    const live = newest()
    const on = `Due on ${formatDay(due, locale)}`
    const isScheduled = lastHeldOn === null || after(lastHeldOn) === due
    if (lastHeldOn !== null && due === agreedOn && !isScheduled) {
      return `${on}: the date agreed at the review of ${formatDay(lastHeldOn, locale)}.`
    }
    if (!live) return `${on}.`
    return foundationCadence(live.goLiveOn, due) === 'monthly'
      ? `${on}: monthly until six months after ${live.name} went live.`
      : `${on}: every three months, counted from the day ${live.name} went live.`
  }

  /** Why a review is held on a day: its date, what brought it forward, or nothing but the wish to. */
  function reasonFor(on: Day, locale: string, triggers = needs.triggers(locale)): string {
    const due = dueOn()
    if (due !== null && due <= on) return dated(due, locale)
    if (triggers.length > 0) {
      const messages = triggers.slice(0, namedAtMost).map(({ message }) => message)
      return `Brought forward: ${messages.join(' ')}`
    }
    return due === null ? 'No date yet: it is counted from the day a workflow went live.' : dated(due, locale)
  }

  function read(locale: string): FoundationPlan {
    const due = dueOn()
    const live = newest()
    const triggers = needs.triggers(locale)
    return {
      cadence: due !== null && live ? foundationCadence(live.goLiveOn, due) : null,
      dueOn: due,
      isOverdue: due !== null && due < clock.today(),
      lastHeldOn: repository.lastHeld()?.held_on ?? null,
      reason: reasonFor(clock.today(), locale, triggers),
      triggers: [...triggers],
      sectionCount: repository.sectionCount(),
      openReviewId: repository.underWay()?.id ?? null,
    }
  }

  /** The dates of the next 90 days, the next one first even where it has passed. */
  function upcoming(): Day[] {
    const due = dueOn()
    return due === null ? [] : upcomingFoundationReviews(due, newest()?.goLiveOn ?? null, clock.today())
  }

  return { dueOn, after, reasonFor, read, upcoming }
}
