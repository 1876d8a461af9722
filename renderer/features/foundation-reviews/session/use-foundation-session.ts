import { useState } from 'react'
import type { Answer, FoundationReview } from '../../../../shared/contract/foundation-reviews.ts'
import { client } from '../../../api/client.ts'
import { useAsking } from '../../../session/use-asking.ts'
import { useFlushOnLeaving } from '../../../session/use-flush-on-leaving.ts'
import { answerLabels } from '../words.ts'
import { type CardSaid, furtherAction, problemsOf, withAnswer } from './card-said.ts'
import { createFoundationSitting } from './sitting.ts'
import { isOpenedQuick, neighbour, placeOf, type Step, startStep, stepsOf, withParked } from './steps.ts'
import { useCardSaving } from './use-card-saving.ts'
import { words } from './words.ts'

type Options = {
  readonly review: FoundationReview
  /** The section a Change link of Check your answers points at; the session returns there after it. */
  readonly only: number | null
  readonly today: string
  readonly toCheck: () => void
}

/** A move of the keyboard; the count makes landing on the same place twice an event. */
export type Landing = { readonly count: number; readonly on: 'page' | 'field' | 'problem' }

/** One sitting of a Foundation review: where it is, what was said, and everything that can be done. */
export function useFoundationSession({ review, only, today, toCheck }: Options) {
  const [steps, setSteps] = useState(() => stepsOf(review.cards))
  const [step, setStep] = useState<Step>(() =>
    only === null ? startStep(review) : { kind: 'card', sectionId: only },
  )
  const [sitting] = useState(() => createFoundationSitting(review, placeOf(step, review.cards)))
  const { cards, saving, saver, keep, undoLabelNow, choose: chooseWording } = useCardSaving(review, sitting)
  const { ask, ...asking } = useAsking(saver)
  const [hasProblems, setHasProblems] = useState(false)
  const [announcement, setAnnouncement] = useState('')
  const [landing, setLanding] = useState<Landing>({ count: 0, on: 'page' })

  const card = step.kind === 'card' ? cards.find(({ sectionId }) => sectionId === step.sectionId) : undefined
  const place = placeOf(step, cards)
  const from = today > review.heldOn ? today : review.heldOn
  const land = (on: Landing['on']) => setLanding(({ count }) => ({ count: count + 1, on }))

  useFlushOnLeaving(sitting.tell)

  /** The next save takes the new place along. */
  function show(next: Step) {
    sitting.moveTo(placeOf(next, cards))
    saver.flush()
    setStep(next)
    setHasProblems(false)
    land('page')
  }

  function moveTo(next: Step) {
    show(next)
    // A save under way takes the place along.
    if (saver.getState().pending.length === 0) void sitting.tell()
  }

  async function leave(go: () => void) {
    if (!(await saver.settle())) return
    await sitting.tell()
    go()
  }

  function goOn(by: 1 | -1) {
    if (only !== null) return void leave(toCheck)
    const next = neighbour(steps, step, by)
    if (next) moveTo(next)
    else if (by === 1) void leave(toCheck)
  }

  return {
    review,
    cards,
    card,
    steps,
    step,
    place,
    sitting,
    saving,
    only,
    announcement,
    landing,
    ...asking,
    problems: hasProblems && card ? problemsOf(card) : {},
    undoLabel: review.undoLabel,
    isAtStart: neighbour(steps, step, -1) === null || only !== null,
    retry: saver.retry,
    dismissRefused: saver.dismissRefused,
    chooseWording,
    settleTyping: saver.flush,
    leave,
    open: (sectionId: number) => moveTo({ kind: 'card', sectionId }),
    go: goOn,
    land,
    /** Answers the section; `isMoving` takes the keyboard along to what has to be filled in. */
    answer(answer: Answer, isMoving: boolean) {
      if (!card) return
      if (answer === 'yes' && card.version === null) {
        setAnnouncement(words.hasNeverBeenPublishedSo(card.name))
        return
      }
      if (card.answer !== answer || card.isParked) {
        saver.choose(card.sectionId, withAnswer(card, answer, from))
      }
      setHasProblems(false)
      setAnnouncement(`${card.name}: ${answerLabels[answer]}.`)
      if (isMoving) land(answer === 'yes' ? 'page' : 'field')
    },
    write(part: Partial<Pick<CardSaid, 'what' | 'who' | 'dueOn' | 'more'>>) {
      if (card) saver.type(card.sectionId, part)
    },
    addAction() {
      if (card) saver.choose(card.sectionId, { more: [...card.more, furtherAction(from)] })
    },
    removeAction(index: number) {
      if (card) saver.choose(card.sectionId, { more: card.more.filter((_, at) => at !== index) })
    },
    park() {
      if (!card) return
      const next = only === null || isOpenedQuick(steps, step) ? neighbour(steps, step, 1) : null
      setSteps(withParked(steps, card.sectionId))
      if (next) show(next)
      saver.choose(card.sectionId, { isParked: true })
      setAnnouncement(words.isParkedItComesBack(card.name))
      if (!next) void leave(toCheck)
    },
    next() {
      if (card && Object.keys(problemsOf(card)).length > 0) {
        setHasProblems(true)
        land('problem')
        return
      }
      if (!card && cards.some((each) => each.isQuick && each.answer === null && !each.isParked)) {
        setAnnouncement(words.confirmTheSectionsTogetherOr)
        setHasProblems(true)
        return
      }
      // A section that comes back with an answer is parked no longer.
      if (card?.isParked) saver.choose(card.sectionId, { isParked: false })
      goOn(1)
    },
    hasProblems,
    async confirmQuick() {
      const open = cards.filter((each) => each.isQuick && each.answer === null && !each.isParked)
      if (open.length === 0 || asking.isBusy) return
      await ask(async () => {
        const sectionIds = open.map(({ sectionId }) => sectionId)
        keep(await client.foundationReviews.confirmQuick({ id: review.id, sectionIds }), sectionIds)
        setAnnouncement(words.allConfirmed)
        setHasProblems(false)
      })
    },
    async undo() {
      await ask(async () => {
        if (undoLabelNow() === null) return
        const undone = await client.foundationReviews.undo({ id: review.id })
        keep(undone.review, undone.sectionIds)
        // What was parked stands in its old place again.
        setSteps(stepsOf(undone.review.cards))
        setAnnouncement(words.takenBack(undone.label))
        const [sectionId, ...others] = undone.sectionIds
        if (only !== null || sectionId === undefined) return
        show(others.length === 0 ? { kind: 'card', sectionId } : { kind: 'quick' })
      })
    },
    announce: setAnnouncement,
  }
}

export type FoundationSession = ReturnType<typeof useFoundationSession>
