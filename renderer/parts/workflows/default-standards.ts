import type { StandardInput } from '../../../shared/contract/workflows.ts'

/** What every output must do, until the company says it in its own words. */
export const defaultStandards: readonly StandardInput[] = [
  { name: 'Accurate', description: 'Every fact, name, price and date is right.', isMustPass: false },
  { name: 'Complete', description: 'Answers everything that was asked.', isMustPass: false },
  { name: 'Right tone', description: 'Sounds the way we talk to this reader.', isMustPass: false },
  { name: 'Right terms', description: 'Uses our words for our products and services.', isMustPass: false },
  { name: 'Safe to send', description: 'Nothing in it could harm a customer or us.', isMustPass: true },
]
