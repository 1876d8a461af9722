import type { FoundationMatter } from '../../../../shared/contract/results.ts'
import { briefTrigger } from '../../../../shared/domain/foundation/triggers.ts'
import { addDays } from '../../../../shared/domain/time/dates.ts'
import type { Clock } from '../../clock.ts'
import type { Plan, PlanNeeds } from './plan.ts'
import type { FoundationReviewsRepository } from './repository.ts'

const soonDays = 7

/** The Foundation review as a matter of its own on Home, a week ahead (R8); null while it can wait. */
export function foundationMatter(
  clock: Clock,
  repository: FoundationReviewsRepository,
  plan: Plan,
  triggers: PlanNeeds['triggers'],
) {
  return (locale: string): FoundationMatter | null => {
    const open = triggers()
    const due = plan.due(open)
    const cadence = due?.cadence ?? 'quarterly'
    const reasons = open.map(({ facts }) => briefTrigger(facts, clock.today(), locale))
    const underWay = repository.underWay()
    if (underWay) {
      const { id, held_on: on } = underWay
      const state = underWay.state === 'preparing' ? 'prepared' : 'begun'
      if (state === 'prepared' && on > addDays(clock.today(), soonDays)) return null
      const cards = repository.cards(id)
      const answered = cards.filter((card) => card.answer !== null && card.is_parked === 0).length
      return { on, state, cadence, reasons, review: { id, answered, total: cards.length } }
    }
    if (due === null || due.state === 'ahead') return null
    return { on: due.on, state: due.state, cadence, reasons, review: null }
  }
}
