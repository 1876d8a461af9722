import type { Problem } from '../../errors.ts'
import type { Day } from '../time/dates.ts'

/** What was said about one section. */
export type CardAnswer = {
  sectionId: number
  name: string
  answer: 'yes' | 'change' | 'unsure' | null
  what: string
  who: string
  dueOn: Day | null
  isParked: boolean
}

/** Answered in this review. A parked section waits for the next one, whatever was typed. */
export const isDecided = ({ answer, isParked }: Pick<CardAnswer, 'answer' | 'isParked'>): boolean =>
  answer !== null && !isParked

const answerNames = { yes: 'Still true', change: 'Needs change', unsure: 'Not sure' } as const

/** "Tone: not sure" for the undo of an answer; null where only words were typed. */
export function describeAnswer(
  name: string,
  before: Pick<CardAnswer, 'answer' | 'isParked'>,
  after: Pick<CardAnswer, 'answer' | 'isParked'>,
): string | null {
  if (after.isParked && !before.isParked) return `Park ${name}`
  if (after.answer !== before.answer) {
    return `${name}: ${after.answer === null ? 'no answer' : answerNames[after.answer]}`
  }
  return after.isParked === before.isParked ? null : `${name} taken up again`
}

/** What the answers lack before the review can be finished; fields are `cards.<section id>.<field>`. */
export function missingInAnswers(cards: readonly CardAnswer[], heldOn: Day): Problem[] {
  return cards.filter(isDecided).flatMap((card) => {
    if (card.answer === 'yes') return []
    const isChange = card.answer === 'change'
    const problem = (field: string, message: string) => ({
      field: `cards.${card.sectionId}.${field}`,
      message: `${card.name}: ${message}`,
    })
    return [
      ...(card.what === ''
        ? [problem('what', isChange ? 'say what changes.' : 'say what to find out.')]
        : []),
      ...(card.who === '' ? [problem('who', isChange ? 'say who changes it.' : 'say who finds out.')] : []),
      ...(card.dueOn === null ? [problem('dueOn', 'say by when.')] : []),
      ...(card.dueOn !== null && card.dueOn < heldOn
        ? [problem('dueOn', 'the date is before the review. Enter a later one.')]
        : []),
    ]
  })
}
