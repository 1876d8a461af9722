import type { ReactNode } from 'react'
import { classNames } from '../lib/class-names.ts'
import card from './card.module.css'

type NextStepCardProps = {
  /** The id of the heading among the children. */
  labelledBy: string
  isOverdue?: boolean
  children: ReactNode
}

/** The one thing to do next on a page: its words, and its button at the right. */
export function NextStepCard({ labelledBy, isOverdue = false, children }: NextStepCardProps) {
  return (
    <section
      className={classNames(card.card, card.next)}
      aria-labelledby={labelledBy}
      data-overdue={isOverdue || undefined}
    >
      {children}
    </section>
  )
}
