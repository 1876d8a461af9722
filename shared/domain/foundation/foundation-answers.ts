import type { Problem } from '../../errors.ts'
import type { Day } from '../time/dates.ts'

/** Something to do, as far as it is said. */
type ActionSaid = { what: string; who: string; dueOn: Day | null }

/** What was said about one section; `more` is what is to be done beside the first. */
export type CardAnswer = ActionSaid & {
  sectionId: number
  name: string
  answer: 'yes' | 'change' | 'unsure' | null
  more: readonly ActionSaid[]
  isParked: boolean
}

/** What an answer asks for, the first always; a further one that says neither what nor who is none. `at` begins a field's name. */
export function actionsOf({
  answer,
  what,
  who,
  dueOn,
  more,
}: Pick<CardAnswer, 'answer' | 'more' | keyof ActionSaid>): (ActionSaid & { at: string })[] {
  if (answer === null || answer === 'yes') return []
  const further = more.map((each, index) => ({ ...each, at: `more.${index}.` }))
  return [{ what, who, dueOn, at: '' }, ...further.filter((each) => each.what !== '' || each.who !== '')]
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
    const isChange = card.answer === 'change'
    return actionsOf(card).flatMap(({ what, who, dueOn, at }) => {
      const problem = (field: string, message: string) => ({
        field: `cards.${card.sectionId}.${at}${field}`,
        message: `${card.name}: ${message}`,
      })
      return [
        ...(what === '' ? [problem('what', isChange ? 'say what changes.' : 'say what to find out.')] : []),
        ...(who === '' ? [problem('who', isChange ? 'say who changes it.' : 'say who finds out.')] : []),
        ...(dueOn === null ? [problem('dueOn', 'say by when.')] : []),
        ...(dueOn !== null && dueOn < heldOn
          ? [problem('dueOn', 'the date is before the review. Enter a later one.')]
          : []),
      ]
    })
  })
}
