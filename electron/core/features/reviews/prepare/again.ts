import type { StandardsVersion, Workflow } from '../../../../../shared/contract/workflows.ts'
import { drawMore } from '../../../../../shared/domain/reviews/sampling.ts'
import { againCount, fewestDaysBetween } from '../../../../../shared/domain/reviews/seen-again.ts'
import { addDays } from '../../../../../shared/domain/time/dates.ts'
import type { Clock } from '../../../clock.ts'
import type { Outputs } from '../../outputs/service.ts'
import type { ReviewsRepository } from '../repository.ts'
import { itemsFor, type Unplaced } from './items-for.ts'

type Needs = { outputs: Outputs; isSeenAgain: () => boolean }

/** Mixes one or two outputs of earlier months into what was drawn, so that nobody can tell which they are. */
export function createAgain(clock: Clock, repository: ReviewsRepository, { outputs, isSeenAgain }: Needs) {
  /** The items with those shown again among them; every place is given anew, reserves stay last. */
  return async function mixIn(
    items: readonly Unplaced[],
    workflow: Workflow,
    { month, version, seed }: { month: string; version: StandardsVersion; seed: number },
  ): Promise<Unplaced[]> {
    const drawn = items.filter(({ state }) => state === 'active')
    const reserves = items.filter(({ state }) => state === 'reserve')
    const again = isSeenAgain() ? await chosen(drawn.length) : []
    const total = drawn.length + again.length
    const places = Array.from({ length: total }, (_, index) => index + 1)
    const taken = new Set(drawMore(places, { seen: [], size: again.length, reserves: 0, seed }).picked)
    const mixed = places.flatMap((place) => (taken.has(place) ? again : drawn).splice(0, 1))
    return [...mixed, ...reserves].map((item, index) => ({ ...item, position: index + 1 }))

    async function chosen(size: number): Promise<Unplaced[]> {
      const until = addDays(clock.today(), -fewestDaysBetween)
      const which = { workflowId: workflow.id, month, versionId: version.id, until }
      const earlier = new Map(repository.earlier(which).map((each) => [each.itemId, each.outputId]))
      const wanted = { seen: [], size: againCount(size), reserves: 0, seed }
      const { picked } = drawMore([...earlier.keys()], wanted)
      const picks = picked.map((itemId) => ({ itemId, outputId: earlier.get(itemId) ?? 0 }))
      const own = await itemsFor(
        workflow,
        { picked: picks.map(({ outputId }) => outputId), reserves: [] },
        outputs,
        new Map(),
      )
      const itemOf = new Map(picks.map(({ itemId, outputId }) => [outputId, itemId]))
      return own.map((item) => ({ ...item, state: 'again', againOf: itemOf.get(item.outputId) ?? null }))
    }
  }
}
