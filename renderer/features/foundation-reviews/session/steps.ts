import type { FoundationReview, ReviewCard } from '../../../../shared/contract/foundation-reviews.ts'
import { words } from './words.ts'

/** One page of the session: a section on its own, or all those without issues together. */
export type Step = { readonly kind: 'card'; readonly sectionId: number } | { readonly kind: 'quick' }

type Card = Pick<ReviewCard, 'sectionId' | 'isQuick' | 'isParked'>

const quickStep: Step = { kind: 'quick' }

/** Sections to talk about, then the quick ones together, then what was parked. */
export function stepsOf(cards: readonly Card[]): Step[] {
  const step = ({ sectionId }: Card): Step => ({ kind: 'card', sectionId })
  return [
    ...cards.filter(({ isQuick, isParked }) => !isQuick && !isParked).map(step),
    ...(cards.some(({ isQuick }) => isQuick) ? [quickStep] : []),
    ...cards.filter(({ isParked }) => isParked).map(step),
  ]
}

/** Where the session goes on: at the section it stopped at, else at its beginning. */
export function startStep({ cards, sectionId }: Pick<FoundationReview, 'cards' | 'sectionId'>): Step {
  const first = stepsOf(cards)[0] ?? quickStep
  if (sectionId === null || !cards.some((card) => card.sectionId === sectionId)) return first
  return sectionId === placeOf(quickStep, cards) ? quickStep : { kind: 'card', sectionId }
}

/** The section a step is remembered by: the quick ones by the first of them. */
export function placeOf(step: Step, cards: readonly Card[]): number | null {
  if (step.kind === 'card') return step.sectionId
  return cards.find(({ isQuick, isParked }) => isQuick && !isParked)?.sectionId ?? null
}

/** Index of a step; a quick section opened on its own stands where the quick ones do. -1 where it is not among them. */
export function indexOf(steps: readonly Step[], step: Step): number {
  const own = steps.findIndex((other) => isSame(other, step))
  return own >= 0 ? own : steps.findIndex(({ kind }) => kind === 'quick')
}

/** True for a section opened from the quick ones, which leads back to them. */
export const isOpenedQuick = (steps: readonly Step[], step: Step) =>
  step.kind === 'card' && !steps.some((other) => isSame(other, step))

/** The step before or after; null at either end. */
export function neighbour(steps: readonly Step[], step: Step, by: 1 | -1): Step | null {
  if (isOpenedQuick(steps, step)) return quickStep
  return steps[indexOf(steps, step) + by] ?? null
}

/** The steps with a section moved to the end. */
export function withParked(steps: readonly Step[], sectionId: number): Step[] {
  const parked: Step = { kind: 'card', sectionId }
  return [...steps.filter((step) => !isSame(step, parked)), parked]
}

/** "Section 2 of 9", counted without the quick ones. */
export function stepWords(steps: readonly Step[], step: Step): string {
  if (step.kind === 'quick' || isOpenedQuick(steps, step)) return words.quickConfirm
  const cards = steps.filter(({ kind }) => kind === 'card')
  return words.sectionOf(indexOf(cards, step) + 1, cards.length)
}

function isSame(a: Step, b: Step): boolean {
  return a.kind === 'card' ? b.kind === 'card' && a.sectionId === b.sectionId : b.kind === 'quick'
}
