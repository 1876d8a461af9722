import type { Action, FoundationReview, ReviewCard } from '../../../shared/contract/foundation-reviews.ts'
import type { Workflow } from '../../../shared/contract/workflows.ts'

/** What a review decided about the wordings that act on somebody's workflows. */
export type OwnerPage = {
  readonly owner: string
  readonly workflows: readonly string[]
  readonly actions: readonly Action[]
  readonly confirmed: readonly ReviewCard[]
}

/** One page for each process owner of a workflow in use, in the order of the workflows; nobody's are left out. */
export function ownerPages(
  { cards, actions }: Pick<FoundationReview, 'cards' | 'actions'>,
  workflows: readonly Pick<Workflow, 'name' | 'processOwner' | 'stage'>[],
): OwnerPage[] {
  const owned = workflows.filter(({ processOwner, stage }) => processOwner !== '' && stage !== 'retired')
  return [...Map.groupBy(owned, ({ processOwner }) => processOwner)].map(([owner, own]) => {
    const names = own.map(({ name }) => name)
    const theirs = cards.filter((card) => card.workflows.some((name) => names.includes(name)))
    const sections = new Set(theirs.map(({ sectionId }) => sectionId))
    return {
      owner,
      workflows: names,
      actions: actions.filter(({ sectionId }) => sections.has(sectionId)),
      confirmed: theirs.filter(({ answer, isParked }) => answer === 'yes' && !isParked),
    }
  })
}
