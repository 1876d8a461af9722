import type { Todo, UpcomingDate } from '../../../../shared/contract/results.ts'
import { formatDay, formatNumber } from '../../../../shared/domain/format.ts'
import { addDays, type Day } from '../../../../shared/domain/time/dates.ts'
import type { AttentionSource } from '../../attention.ts'
import type { Clock } from '../../clock.ts'
import type { ActionRow, Actions } from '../actions/service.ts'
import type { Plan } from './plan.ts'
import type { FoundationReviewsRepository } from './repository.ts'
import type { ReviewRow } from './rows.ts'

const linesAtMost = 3
const soonDays = 7
const daysAhead = 90
const review = 'Foundation review'

/** What Home says of Foundation reviews beside the next one: what came of earlier ones, and the dates. */
export function createAttention(
  clock: Clock,
  repository: FoundationReviewsRepository,
  { plan, actions: decided }: { plan: Plan; actions: Pick<Actions, 'open'> },
): AttentionSource {
  return (locale) => {
    const today = clock.today()
    const underWay = repository.underWay()
    const actions = decided.open()
    const due = actions.filter(({ due_on }) => due_on <= addDays(today, soonDays))
    return {
      todos: actionTodos(due, today, locale),
      dates: [...reviewDates(underWay, today), ...actionDates(actions, today, locale)],
    }
  }

  function reviewDates(underWay: ReviewRow | undefined, today: Day): UpcomingDate[] {
    const [next, ...later] = plan.upcoming()
    const first = underWay?.held_on ?? next
    const days = [...(first === undefined ? [] : [first]), ...later.filter((day) => day > (first ?? ''))]
    const target = underWay
      ? ({ page: 'foundation-review', id: underWay.id } as const)
      : ({ page: 'foundation-reviews' } as const)
    return days.map((on) => ({ on, what: review, isOverdue: on < today, target }))
  }
}

/** Three lines at most: the last stands for all the others. */
function actionTodos(due: readonly ActionRow[], today: Day, locale: string): Todo[] {
  const shown = due.length > linesAtMost ? due.slice(0, linesAtMost - 1) : due
  const [next, ...others] = due.slice(shown.length)
  const lines = shown.map((action) => actionTodo(action, today, locale))
  if (!next) return lines
  return [
    ...lines,
    {
      id: 'actions:more',
      title: `${formatNumber(others.length + 1, 0, locale)} more actions of ${review}s are due`,
      detail: `The next one is ${next.who}’s, by ${formatDay(next.due_on, locale)}.`,
      action: 'See them all',
      target: { page: 'foundation-reviews' },
      mark: null,
    },
  ]
}

function actionTodo(action: ActionRow, today: Day, locale: string): Todo {
  const { id, kind, section_name, section_id, review_id, what, who, due_on } = action
  const day = formatDay(due_on, locale)
  const isChange = kind === 'change'
  return {
    id: `action:${id}`,
    title: `${section_name}: ${what}`,
    detail: due_on < today ? `${who} was to do it by ${day}.` : `${who} does it by ${day}.`,
    action: isChange ? 'Write the change' : 'See the review',
    target: isChange ? { page: 'section', id: section_id } : { page: 'foundation-review', id: review_id },
    mark: null,
  }
}

/** Those still to come, one line a day; what is overdue stands among what needs somebody. */
function actionDates(actions: readonly ActionRow[], today: Day, locale: string): UpcomingDate[] {
  const until = addDays(today, daysAhead)
  const ahead = actions.filter(({ due_on }) => due_on >= today && due_on <= until)
  return [...Map.groupBy(ahead, ({ due_on }) => due_on)].map(([on, [first, ...others]]) => ({
    on,
    what:
      first && others.length === 0
        ? `${first.section_name}: ${first.what} (${first.who})`
        : `${formatNumber(others.length + 1, 0, locale)} actions of the ${review}`,
    isOverdue: false,
    target: { page: 'foundation-reviews' },
  }))
}
