import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { FoundationReview, ReviewCard } from '../../../../shared/contract/foundation-reviews.ts'
import { client } from '../../../api/client.ts'
import { useConnection } from '../../../api/connection.ts'
import { useFlushOnLeaving } from '../../../parts/saving/use-flush-on-leaving.ts'
import { createSaver, kindOf } from '../../../session/saver.ts'
import { reviewQuery, withCard } from '../queries.ts'
import type { CardSaid } from './card-said.ts'

/** Stores what is said in a session; `cards` are the sections as they stand on screen. */
export function useCardSaving(review: FoundationReview) {
  const queryClient = useQueryClient()
  const { queryKey } = reviewQuery(review.id)
  const [saver] = useState(() =>
    createSaver<CardSaid, ReviewCard>({
      save: (sectionId, rev, said) =>
        client.foundationReviews.answer({ id: review.id, sectionId, rev, ...said }),
      revOf: (card) => card.rev,
      onSaved: (card) =>
        queryClient.setQueryData(
          queryKey,
          (known: FoundationReview | undefined) => known && withCard(known, card),
        ),
      onConflict: () => void queryClient.invalidateQueries({ queryKey }),
      kindOf,
      now: () => new Date().toISOString(),
    }),
  )
  const saving = useSyncExternalStore(saver.subscribe, saver.getState)
  const cards = useMemo(
    () => review.cards.map((card) => ({ ...card, ...saving.local.get(card.sectionId) })),
    [review.cards, saving.local],
  )

  useEffect(() => {
    for (const { sectionId, rev } of review.cards) saver.know(sectionId, rev)
  }, [review.cards, saver])

  const connection = useConnection()
  useEffect(() => {
    if (connection === 'answering' && saver.getState().failure !== null) saver.retry()
  }, [connection, saver])

  useFlushOnLeaving(saver.flush)

  return {
    cards,
    saving,
    saver,
    /** Settles a section that two windows answered, with the words of this one or of the other. */
    async choose(sectionId: number, which: 'mine' | 'stored') {
      const stored = await client.foundationReviews.get({ id: review.id })
      const rev = stored.cards.find((card) => card.sectionId === sectionId)?.rev ?? 0
      queryClient.setQueryData(queryKey, stored)
      if (which === 'mine') saver.keepMine(sectionId, rev)
      else saver.takeStored(sectionId, rev)
    },
  }
}

export type CardSavingSession = ReturnType<typeof useCardSaving>
