import type { SignalKind } from '../../../../shared/contract/signals.ts'

/** Something that came up in the sample company. `workflow` is its place in the list. */
export type SampleSignal = {
  kind: SignalKind
  text: string
  workflow: number | null
  section: string | null
}

export const stiffReplies: SampleSignal = {
  kind: 'feedback',
  text: 'Priya and Tom rewrite the first and the last sentence of nearly every reply: too stiff.',
  workflow: 0,
  section: 'Tone',
}

export const higherPrices: SampleSignal = {
  kind: 'business',
  text: 'New price list from the first of the month: 3% more, volume discount 8% instead of 5%.',
  workflow: null,
  section: 'Offer and prices',
}

export const lostOffer: SampleSignal = {
  kind: 'feedback',
  text: 'Two customers asked where the ten per cent of their proposal went: the offer is over.',
  workflow: 1,
  section: 'Offer and prices',
}

export const retiredModel: SampleSignal = {
  kind: 'provider',
  text: 'Anthropic retires claude-sonnet-3-7 within 90 days and names claude-sonnet-4 in its place.',
  workflow: 1,
  section: null,
}

/** What nobody has looked at yet, `daysAgo` counted from today. */
export const openSignals: readonly (SampleSignal & { daysAgo: number })[] = [
  {
    daysAgo: 9,
    kind: 'business',
    text: 'The carrier delivers storage racks in four weeks instead of six from next quarter on.',
    workflow: 1,
    section: 'Delivery and returns',
  },
  {
    daysAgo: 3,
    kind: 'feedback',
    text: 'Two candidates said that our adverts read like those of a start-up.',
    workflow: 2,
    section: 'Tone',
  },
]
