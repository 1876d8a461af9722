import type { ChangeKind } from '../../../shared/contract/changes.ts'

/** What the sample company changed, `monthsAgo` counted from today. `workflow` is its place in the list. */
export const sampleChanges: readonly {
  monthsAgo: number
  day: number
  workflow: number
  kind: ChangeKind
  what: string
  from: string
  to: string
  why: string
}[] = [
  {
    monthsAgo: 13,
    day: 12,
    workflow: 0,
    kind: 'foundation',
    what: 'Tone: short sentences, no set phrases',
    from: 'Be polite and professional.',
    to: 'Write as you would speak to a customer at the counter. Short sentences. No set phrases.',
    why: 'Team feedback: replies sounded stiff.',
  },
  {
    monthsAgo: 10,
    day: 3,
    workflow: 1,
    kind: 'foundation',
    what: 'New price list in Offer and prices',
    from: 'Price list of last summer',
    to: 'Price list of this winter',
    why: 'Business change: prices went up by 3%.',
  },
  {
    monthsAgo: 7,
    day: 18,
    workflow: 2,
    kind: 'prompt',
    what: 'Adverts name the salary',
    from: 'Describe what we offer.',
    to: 'Describe what we offer and always name the salary.',
    why: 'Editing above line.',
  },
  {
    monthsAgo: 6,
    day: 9,
    workflow: 1,
    kind: 'model',
    what: 'claude-sonnet-3-7 to claude-sonnet-4',
    from: 'claude-sonnet-3-7',
    to: 'claude-sonnet-4',
    why: 'Model update announced by the provider.',
  },
  {
    monthsAgo: 2,
    day: 5,
    workflow: 0,
    kind: 'foundation',
    what: 'Autumn offer in Offer and prices',
    from: 'Summer offer until 31 August',
    to: 'Autumn offer until 30 November',
    why: 'Business change.',
  },
]
