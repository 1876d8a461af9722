import type { ChangeKind } from '../../../shared/contract/changes.ts'

export const kindLabels: Readonly<Record<ChangeKind, string>> = {
  foundation: 'Foundation',
  prompt: 'Prompt',
  model: 'Model',
  measure: 'Measure',
  other: 'Other',
}

/** The usual reasons, one click each. */
export const commonReasons = [
  'Editing above the line',
  'Business change',
  'Model update',
  'Team feedback',
] as const
