import {
  compileTerm,
  containsTerm,
  type Readable,
  readable,
} from '../../../../shared/domain/foundation/retired-facts.ts'
import { addDays, monthOf } from '../../../../shared/domain/time/dates.ts'
import type { Fact, Find, NewFact, RetiredFactsRepository, SampledOutput } from './repository.ts'

/** About 10 ms of searching; then whatever else waits comes first. */
const charactersAtOnce = 200_000

/**
 * Whether an output came after a fact was retired. One without a day goes by its month: a later month, or the
 * same one when it was drawn after the retirement.
 */
function isLater({ occurredOn, month, drawnOn }: SampledOutput, retiredOn: string): boolean {
  if (occurredOn !== null) return occurredOn >= retiredOn
  const retiredIn = monthOf(retiredOn)
  return month > retiredIn || (month === retiredIn && drawnOn > retiredOn)
}

type Texts = { ai: Readable; final: Readable | null }

function textsOf({ aiText, finalText }: SampledOutput): Texts {
  const ai = readable(aiText)
  if (finalText === null) return { ai, final: null }
  return { ai, final: finalText === aiText ? ai : readable(finalText) }
}

/** Without a final version nobody is known to have taken it out. */
function findIn({ ai, final }: Texts, itemId: number, term: ReturnType<typeof compileTerm>): Find | null {
  const isInFinal = containsTerm(final ?? ai, term)
  return isInFinal || containsTerm(ai, term) ? { itemId, isInFinal } : null
}

/** Looks for retired facts in sampled outputs. */
export function createScan(repository: RetiredFactsRepository) {
  /** Every fact in outputs just drawn; inside the caller's transaction. */
  function scan(itemIds: readonly number[]): void {
    const facts = repository.facts().map((fact) => ({ ...fact, compiled: compileTerm(fact.term) }))
    if (facts.length === 0) return
    for (const itemId of itemIds) {
      const output = repository.sampled(itemId)
      if (!output) continue
      const texts = textsOf(output)
      for (const { id, retiredOn, compiled } of facts) {
        const find = isLater(output, retiredOn) ? findIn(texts, itemId, compiled) : null
        if (find) repository.insertFind(id, find)
      }
    }
  }

  /** What was drawn since a fact was retired; a day earlier, as samples know their day in UTC only. */
  const drawnSince = ({ retiredOn }: Pick<Fact, 'retiredOn'>) =>
    repository.sampledSince(addDays(retiredOn, -1))

  /** One fact in everything sampled since it was retired, giving way in between. Ids searched, and the finds. */
  async function scanFor(fact: NewFact): Promise<{ searched: Set<number>; finds: Find[] }> {
    const searched = new Set(drawnSince(fact))
    const finds: Find[] = []
    let characters = 0
    for (const itemId of searched) {
      characters += search(fact, itemId, finds)
      if (characters < charactersAtOnce) continue
      characters = 0
      await new Promise(setImmediate)
    }
    return { searched, finds }
  }

  /** Adds the output to `finds` when the fact is in it; the characters read. */
  function search({ term, retiredOn }: NewFact, itemId: number, finds: Find[]): number {
    const output = repository.sampled(itemId)
    if (!output) return 0
    if (isLater(output, retiredOn)) {
      const find = findIn(textsOf(output), itemId, compileTerm(term))
      if (find) finds.push(find)
    }
    return output.aiText.length + (output.finalText?.length ?? 0)
  }

  /** Stores what was found, with what was drawn meanwhile; inside the caller's transaction. */
  function store(fact: Fact, { searched, finds }: Awaited<ReturnType<typeof scanFor>>): void {
    const all = [...finds]
    for (const itemId of drawnSince(fact)) if (!searched.has(itemId)) search(fact, itemId, all)
    repository.clearFinds(fact.id)
    for (const find of all) repository.insertFind(fact.id, find)
  }

  return { scan, scanFor, store }
}
