import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { FoundationReview, SavedCard } from '../../../../shared/contract/foundation-reviews.ts'
import { client } from '../../../api/client.ts'
import { standing } from '../../../session/saver.ts'
import { useSaver } from '../../../session/use-saver.ts'
import { reviewQuery, withCard } from '../queries.ts'
import { type CardSaid, saidOf } from './card-said.ts'
import { type FoundationSitting, spentOf } from './sitting.ts'

type Patch = Partial<CardSaid>

const merge = <Said extends Patch>(first: Said, second: Patch): Said => ({ ...first, ...second })

/** Stores what is said in a session; `cards` are the sections as they stand on screen. */
export function useCardSaving(review: FoundationReview, sitting: FoundationSitting) {
  const queryClient = useQueryClient()
  const { queryKey } = reviewQuery(review.id)
  const known = () => queryClient.getQueryData<FoundationReview>(queryKey)
  /** `changed` are the sections that a request of this sitting changed. */
  const keep = (stored: FoundationReview, changed: readonly number[] = []) => {
    queryClient.setQueryData(queryKey, stored)
    for (const card of stored.cards) {
      if (changed.includes(card.sectionId)) saver.take(card.sectionId, card)
      else saver.know(card.sectionId, card.rev)
    }
  }
  const { saver, saving } = useSaver<Patch, SavedCard['card']>({
    async save(sectionId, rev, patch) {
      const card = known()?.cards.find((each) => each.sectionId === sectionId)
      if (!card) throw new Error(`Section ${sectionId} is not in this review`)
      const said = { ...saidOf(card), ...patch }
      const saved = await sitting.along(({ place, spent }) =>
        client.foundationReviews.answer({
          ...{ id: review.id, sectionId, rev, ...said },
          ...{ place: place ?? sectionId, spent: spentOf(spent) },
        }),
      )
      const now = known()
      if (now) keep(withCard(now, saved))
      return { stored: saved.card, savedAt: saved.savedAt }
    },
    onRefused: () => void queryClient.invalidateQueries({ queryKey }),
    merge,
    keepsRefused: true,
  })
  const cards = useMemo(
    () => review.cards.map((card) => standing(card, card.sectionId, saving, merge, true)),
    [review.cards, saving],
  )

  useEffect(() => {
    for (const { sectionId, rev } of review.cards) saver.know(sectionId, rev)
  }, [review.cards, saver])

  return {
    cards,
    saving,
    saver,
    keep,
    /** As the core said last, which may be later than what is on screen. */
    undoLabelNow: () => known()?.undoLabel ?? null,
    /** Settles a section that two windows answered, with the words of this one or of the other. */
    async choose(sectionId: number, which: 'mine' | 'stored') {
      const stored = await client.foundationReviews.get({ id: review.id })
      const rev = stored.cards.find((card) => card.sectionId === sectionId)?.rev ?? 0
      keep(stored)
      if (which === 'mine') saver.keepMine(sectionId, rev)
      else saver.takeStored(sectionId, rev)
    },
  }
}
