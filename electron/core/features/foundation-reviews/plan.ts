import type { FoundationPlan } from '../../../../shared/contract/foundation-reviews.ts'
import type { Workflow } from '../../../../shared/contract/workflows.ts'
import { type BareTrigger, toTrigger } from '../../../../shared/domain/foundation/triggers.ts'
import {
  foundationCadence,
  nextFoundationReview,
  upcomingFoundationReviews,
} from '../../../../shared/domain/time/cadence.ts'
import type { Day } from '../../../../shared/domain/time/dates.ts'
import { type FoundationDue, foundationDue } from '../../../../shared/domain/time/foundation-due.ts'
import type { Clock } from '../../clock.ts'
import type { Company } from '../company/service.ts'
import { type Reason, reasonSentence } from './reason.ts'
import type { FoundationReviewsRepository } from './repository.ts'

const namedAtMost = 3

export type PlanNeeds = {
  workflows: { all: () => Workflow[] }
  triggers: () => readonly BareTrigger[]
  company: Pick<Company, 'get'>
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
    const [today, last] = [clock.today(), repository.lastHeld(clock.today())]
    const createdOn = needs.company.get()?.createdAt.slice(0, 10) ?? today
    return {
      newestGoLive: newest()?.goLiveOn ?? null,
      lastHeldOn: last?.held_on ?? null,
      knownSince: createdOn < today ? createdOn : today,
      agreedOn: last?.next_on ?? null,
    }
  }

  /** The next date of the rhythm, or the agreed one; null before there is a Foundation. */
  const dueOn = (): Day | null => (repository.sectionCount() === 0 ? null : nextFoundationReview(reference()))

  /** The same with what calls for a review before its date. */
  const due = (triggers = needs.triggers()): FoundationDue | null =>
    foundationDue(reference(), {
      today: clock.today(),
      hasFoundation: repository.sectionCount() > 0,
      triggers: triggers.map(({ id }) => id),
    })

  /** The date that follows a review held on a day, as the rhythm has it. */
  const after = (heldOn: Day): Day | null =>
    nextFoundationReview({ ...reference(), lastHeldOn: heldOn, agreedOn: null })

  function dated(dueOn: Day): Reason {
    const { agreedOn, lastHeldOn } = reference()
    const live = newest()
    const isScheduled = lastHeldOn === null || after(lastHeldOn) === dueOn
    if (lastHeldOn !== null && dueOn === agreedOn && !isScheduled) {
      return { kind: 'agreed', dueOn, lastHeldOn }
    }
    if (!live) return { kind: 'due', dueOn }
    const cadence = foundationCadence(live.goLiveOn, dueOn)
    return { kind: 'scheduled', dueOn, cadence, workflowName: live.name }
  }

  /** Why a review is held on a day: its date, what brought it forward, or nothing but the wish to. */
  function reasonFor(on: Day, triggers = needs.triggers()): Reason {
    const due = dueOn()
    if (due !== null && due <= on) return dated(due)
    if (triggers.length > 0) {
      return { kind: 'brought_forward', triggers: triggers.slice(0, namedAtMost).map(({ facts }) => facts) }
    }
    return due === null ? { kind: 'undated' } : dated(due)
  }

  function read(locale: string): Omit<FoundationPlan, 'attendees'> {
    const due = dueOn()
    const live = newest()
    const triggers = needs.triggers()
    return {
      cadence: due !== null && live ? foundationCadence(live.goLiveOn, due) : null,
      dueOn: due,
      isOverdue: due !== null && due < clock.today(),
      lastHeldOn: repository.lastHeld(clock.today())?.held_on ?? null,
      reason: reasonSentence(reasonFor(clock.today(), triggers), locale),
      triggers: triggers.map((trigger) => toTrigger(trigger, locale)),
      sectionCount: repository.sectionCount(),
      openReviewId: repository.underWay()?.id ?? null,
    }
  }

  /** The dates of the next 90 days, the next one first even where it has passed. */
  function upcoming(): Day[] {
    const due = dueOn()
    return due === null ? [] : upcomingFoundationReviews(due, newest()?.goLiveOn ?? null, clock.today())
  }

  return { dueOn, due, after, reasonFor, read, upcoming }
}
