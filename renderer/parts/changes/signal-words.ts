import type { Signal } from '../../../shared/contract/signals.ts'
import { formatDay } from '../../../shared/domain/format.ts'
import { signalKinds } from '../../../shared/domain/foundation/signal-kinds.ts'

type SignalFacts = Pick<Signal, 'kind' | 'workflowName' | 'sectionName' | 'onDate'>

/** "Model update · Proposals · Offer and prices · 5 March 2026"; what it does not name is left out. */
export function factsOf(signal: SignalFacts, locale: string): string {
  const { kind, workflowName, sectionName, onDate } = signal
  return [signalKinds[kind].label, workflowName, sectionName, formatDay(onDate, locale)]
    .filter((fact) => fact !== null)
    .join(' · ')
}
