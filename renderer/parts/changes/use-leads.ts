import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Action } from '../../../shared/contract/foundation-reviews.ts'
import type { Signal } from '../../../shared/contract/signals.ts'
import { orpc } from '../../api/client.ts'
import { type ChangeSubject, fittingSignals, type Lead, leadOfAction, leadOfSignal, whyOf } from './leads.ts'

type Leads = {
  signals: readonly Signal[]
  actions: readonly Action[]
  chosen: readonly Lead[]
  why: string
  /** Something was typed or chosen here. */
  isTouched: boolean
  setWhy: (why: string) => void
  toggle: (lead: Lead) => void
}

/**
 * What can have led to a change, what of it is chosen, and the why: typed, or the words of what is chosen
 * while nothing is typed. Nothing is offered without a subject.
 */
export function useLeads(
  subject: ChangeSubject | null,
  isChosenAtFirst: (lead: Lead) => boolean,
  firstWhy: string | null = null,
): Leads {
  /** Keys of the leads that are not as they were at first. */
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set())
  const [typed, setTyped] = useState<string | null>(firstWhy)
  const open = useQuery(
    orpc.signals.list.queryOptions({
      input: subject === null ? skipToken : { state: 'open', kind: null, search: '', offset: 0 },
    }),
  )
  const decided = useQuery(
    orpc.foundationReviews.actions.queryOptions({
      input: subject === null || subject.sectionId === null ? skipToken : { state: 'open' },
    }),
  )
  const signals = subject === null ? [] : fittingSignals(open.data?.rows ?? [], subject)
  const actions = (decided.data ?? []).filter(
    ({ kind, sectionId }) => kind === 'change' && sectionId === subject?.sectionId,
  )
  const chosen = [...actions.map(leadOfAction), ...signals.map(leadOfSignal)].filter(
    (lead) => isChosenAtFirst(lead) !== toggled.has(lead.key),
  )
  return {
    signals,
    actions,
    chosen,
    why: typed ?? whyOf(chosen),
    isTouched: typed !== firstWhy || toggled.size > 0,
    setWhy: setTyped,
    toggle({ key }) {
      setToggled((before) => {
        const others = new Set(before)
        if (!others.delete(key)) others.add(key)
        return others
      })
      if (typed?.trim() === '') setTyped(null)
    },
  }
}

/** The chosen leads as the core takes them. */
export function idsOf(leads: readonly Lead[]): { signalIds: number[]; actionIds: number[] } {
  const ids = (kind: Lead['kind']) => leads.filter((lead) => lead.kind === kind).map(({ id }) => id)
  return { signalIds: ids('signal'), actionIds: ids('action') }
}
