import { useEffect, useState } from 'react'
import type { ReviewItem } from '../../../../../shared/contract/reviews/reviews.ts'
import {
  draftToFinal,
  type DraftToFinal as Said,
} from '../../../../../shared/domain/figures/draft-to-final.ts'
import { locale } from '../../../../ui/lib/locale.ts'
import styles from './scorecard.module.css'

type Props = { readonly item: ReviewItem; readonly byHand: number | null }

/** The share of the text beside the share of the time, compared while nobody waits; what contradicts stands out. */
export function DraftToFinal({ item, byHand }: Props) {
  const [said, setSaid] = useState<Said | null>(null)
  const { output, editMinutes } = item
  useEffect(() => {
    const idle = requestIdleCallback(() => setSaid(draftToFinal({ output, editMinutes }, byHand, locale)))
    return () => cancelIdleCallback(idle)
  }, [output, editMinutes, byHand])
  if (!said) return null
  return <p className={said.isContradiction ? styles.contradiction : styles.minutesFigure}>{said.words}</p>
}
