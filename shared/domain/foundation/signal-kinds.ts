type SignalKindRules = {
  readonly label: string
  /** Whether one signal calls for a Foundation review, or only several on one section (R8). */
  readonly calls: 'alone' | 'together'
}

const kinds = {
  business: { label: 'Business change', calls: 'alone' },
  provider: { label: 'Model update', calls: 'alone' },
  feedback: { label: 'Team feedback', calls: 'together' },
} as const satisfies Readonly<Record<string, SignalKindRules>>

export type SignalKindId = keyof typeof kinds

/** Everything that can come up between two reviews, by the code it is stored under. The contract knows no others. */
export const signalKinds: Readonly<Record<SignalKindId, SignalKindRules>> = kinds
export const signalKindIds = Object.keys(kinds) as [SignalKindId, ...SignalKindId[]]
