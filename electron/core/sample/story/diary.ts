import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  type Month,
} from '../../../../shared/domain/time/dates.ts'
import type { OpenCompany } from '../../open-company.ts'
import {
  firstFoundationReview,
  foundOut,
  nextReviewInDays,
  openAction,
  secondFoundationReview,
} from '../company/foundation-reviews.ts'
import { closedIncident, sampleRegister } from '../company/register.ts'
import { closedPortal } from '../company/retired-facts.ts'
import {
  higherPrices,
  lostOffer,
  openSignals,
  retiredModel,
  type SampleSignal,
  stiffReplies,
} from '../company/signals.ts'
import type { MovingClock } from '../moving-clock.ts'
import {
  newOffer,
  newPriceList,
  newReturns,
  newTone,
  type SampleUpdate,
} from '../texts/foundation-updates.ts'
import { sampleModelTest } from '../texts/model-test-answers.ts'
import { pilotedPrompt, salaryPrompt } from '../texts/prompts.ts'
import { addInputs, holdModelTest } from './hold-model-test.ts'
import { holdReview } from './hold-review.ts'
import { call, createWordings } from './wordings.ts'

type Life = {
  /** In the order of the sample's list. */
  workflowIds: readonly number[]
  thisMonth: Month
  today: Day
  time: MovingClock
}
type Entry = { monthsAgo: number; day: number; happens: (on: Day) => unknown }

/** What happens at the sample company beside its monthly reviews, month by month. */
export function createDiary(
  { services }: Pick<OpenCompany, 'services'>,
  { workflowIds, thisMonth, today, time }: Life,
) {
  const { signals, releases, register, retiredFacts, foundationReviews, documents, modelTests } = services
  const wordings = createWordings(services, workflowIds)
  const recorded = new Map<SampleSignal, number>()
  const workflowAt = (place: number) => workflowIds[place] ?? 0
  const dayOf = ({ monthsAgo, day }: Pick<Entry, 'monthsAgo' | 'day'>): Day =>
    `${addMonths(thisMonth, -monthsAgo)}-${String(day).padStart(2, '0')}`

  async function begin(on: Day) {
    await wordings.begin(on)
  }

  async function note(signal: SampleSignal, onDate: Day) {
    const { kind, text, workflow, section } = signal
    const workflowId = workflow === null ? null : workflowAt(workflow)
    const sectionId = section === null ? null : wordings.idOf(section)
    const { id } = await signals.record({ kind, text, onDate, workflowId, sectionId }, call)
    recorded.set(signal, id)
  }

  const becauseOf = (signal: SampleSignal) => [recorded.get(signal) ?? 0]

  const update = (
    to: SampleUpdate,
    liveOn: Day,
    causes: { signalIds?: number[]; actionIds?: number[] } = {},
  ) => wordings.updateSection(to, { liveOn, why: to.why, ...causes })

  async function endPilot(since: Day) {
    const workflowId = workflowAt(pilotedPrompt.workflow)
    const pilot = (await releases.list({ workflowId }, call)).find(({ rollOut }) => rollOut.stage === 'pilot')
    const to = { stage: 'production', team: '', until: null } as const
    await releases.setStage({ workflowId, number: pilot?.number ?? 0, since, ...to }, call)
  }

  async function closePortal(liveOn: Day) {
    await update(newReturns, liveOn)
    const { section, ...fact } = closedPortal
    const place = { retiredOn: liveOn, sectionId: wordings.idOf(section) }
    await retiredFacts.save({ id: null, rev: null, ...fact, ...place }, call)
  }

  const hold = (review: typeof firstFoundationReview, heldOn: Day, nextOn: Day | null = null) =>
    holdReview(services, review, { heldOn, nextOn, pass: time.pass })

  function holdSecond(heldOn: Day) {
    const { dueInDays, ...action } = openAction
    const inDays = daysBetween(heldOn, addDays(today, dueInDays))
    const answers = [...secondFoundationReview.answers, { ...action, answer: 'change' as const, inDays }]
    return hold({ ...secondFoundationReview, answers }, heldOn, addDays(today, nextReviewInDays))
  }

  async function actionOn(section: string): Promise<number> {
    const open = await foundationReviews.actions({ state: 'open' }, call)
    return open.find(({ sectionName }) => sectionName === section)?.id ?? 0
  }

  async function findOut() {
    const [{ section } = { section: '' }] = firstFoundationReview.answers
    const actionId = await actionOn(section)
    await foundationReviews.closeAction({ actionId, state: 'done', note: foundOut }, call)
  }

  const holdTest = (heldOn: Day) =>
    holdModelTest(services, workflowAt(sampleModelTest.workflow), { heldOn, pass: time.pass })

  /** The signal that the provider gave is answered by the change the decision makes. */
  async function decideTest(onDate: Day) {
    for (const { id } of await modelTests.list({}, call)) {
      const decision = { decision: 'switch' as const, why: sampleModelTest.why, onDate, rollOut: null }
      const by = { decidedBy: 'Sofia Marques', approvedBy: 'Dana' }
      const { changeNumbers } = await modelTests.decide({ id, ...decision, ...by }, call)
      for (const number of changeNumbers) {
        signals.handledByChange(becauseOf(retiredModel), number)
        await wordings.carryOut(number)
      }
    }
  }

  const publishNewOffer = async (on: Day) =>
    update(newOffer, on, {
      signalIds: becauseOf(lostOffer),
      actionIds: [await actionOn(newOffer.section)],
    })

  const recordIncident = (happenedOn: Day) =>
    register.recordIncident(
      { workflowId: workflowAt(0), happenedOn, ...closedIncident, changeNumber: null, closedOn: null },
      call,
    )

  async function closeIncident(closedOn: Day) {
    const { current } = await documents.get({ id: wordings.idOf(newOffer.section) }, call)
    const { incidents } = await register.get({ workflowId: workflowAt(0) }, call)
    for (const { recordedAt: _at, ...incident } of incidents) {
      const closed = { ...incident, changeNumber: current?.changeNumber ?? null, closedOn }
      await register.updateIncident(closed, call)
    }
  }

  /** Written down and looked through on one day. */
  async function fillRegister(on: Day) {
    for (const [place, { reviewInDays, dependencies, ...entry }] of sampleRegister.entries()) {
      const workflowId = workflowAt(place)
      const { rev } = await register.get({ workflowId }, call)
      await register.save({ workflowId, rev, ...entry, nextReviewOn: null }, call)
      for (const data of dependencies) {
        await register.saveDependency({ workflowId, id: null, ...data, lastCheckedOn: on }, call)
      }
      await register.markReviewed({ workflowId, nextReviewOn: addDays(today, reviewInDays) }, call)
    }
  }

  const pilotEnd = dayOf({ monthsAgo: 9, day: 28 })
  const entries: readonly Entry[] = [
    { monthsAgo: 14, day: 4, happens: begin },
    { monthsAgo: 13, day: 8, happens: (on) => note(stiffReplies, on) },
    { monthsAgo: 13, day: 12, happens: (on) => update(newTone, on, { signalIds: becauseOf(stiffReplies) }) },
    { monthsAgo: 10, day: 2, happens: (on) => note(higherPrices, on) },
    {
      monthsAgo: 10,
      day: 3,
      happens: (on) => update(newPriceList, on, { signalIds: becauseOf(higherPrices) }),
    },
    { monthsAgo: 9, day: 3, happens: (on) => note(retiredModel, on) },
    { monthsAgo: 9, day: 4, happens: () => addInputs(services, workflowAt) },
    { monthsAgo: 9, day: 6, happens: holdTest },
    { monthsAgo: 9, day: 7, happens: decideTest },
    {
      monthsAgo: 9,
      day: 8,
      happens: (liveOn) => {
        const pilot = { team: pilotedPrompt.team, until: pilotEnd }
        return wordings.updatePrompt(pilotedPrompt, { liveOn, why: pilotedPrompt.why, pilot })
      },
    },
    { monthsAgo: 8, day: 2, happens: endPilot },
    { monthsAgo: 7, day: 4, happens: (on) => hold(firstFoundationReview, on) },
    { monthsAgo: 7, day: 16, happens: findOut },
    {
      monthsAgo: 7,
      day: 18,
      happens: (liveOn) => wordings.updatePrompt(salaryPrompt, { liveOn, why: salaryPrompt.why }),
    },
    { monthsAgo: 4, day: 1, happens: closePortal },
    { monthsAgo: 4, day: 24, happens: recordIncident },
    { monthsAgo: 3, day: 3, happens: (on) => note(lostOffer, on) },
    { monthsAgo: 3, day: 4, happens: holdSecond },
    { monthsAgo: 3, day: 6, happens: publishNewOffer },
    { monthsAgo: 3, day: 8, happens: closeIncident },
    { monthsAgo: 1, day: 12, happens: fillRegister },
  ]

  return {
    /** Lives through a month up to its reviews. */
    async month(monthsAgo: number) {
      for (const entry of entries) {
        if (entry.monthsAgo !== monthsAgo) continue
        const on = dayOf(entry)
        time.moveTo(on, '10:00')
        await entry.happens(on)
      }
    },
    /** What came up in the last days. */
    async today() {
      for (const { daysAgo, ...signal } of openSignals) await note(signal, addDays(today, -daysAgo))
    },
  }
}
