import type { Signal, SignalKind } from '../../../shared/contract/signals.ts'
import { formatDay } from '../../../shared/domain/format.ts'

export const signalKindLabels: Readonly<Record<SignalKind, string>> = {
  business: 'Business change',
  provider: 'Model update',
  feedback: 'Team feedback',
}

type SignalFacts = Pick<Signal, 'kind' | 'workflowName' | 'sectionName' | 'onDate'>

/** "Model update · Proposals · Offer and prices · 5 March 2026"; what it does not name is left out. */
export function factsOf(signal: SignalFacts, locale: string): string {
  const { kind, workflowName, sectionName, onDate } = signal
  return [signalKindLabels[kind], workflowName, sectionName, formatDay(onDate, locale)]
    .filter((fact) => fact !== null)
    .join(' · ')
}
