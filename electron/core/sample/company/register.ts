import type { DependencyFields, RegisterFields } from '../../../../shared/contract/register.ts'

/** A workflow's entry in the register; its next review is counted in days from today. */
export type SampleEntry = Omit<RegisterFields, 'nextReviewOn'> & {
  reviewInDays: number
  dependencies: readonly Omit<DependencyFields, 'lastCheckedOn'>[]
}

/** In the order of the workflows. */
export const sampleRegister: readonly SampleEntry[] = [
  {
    deputy: 'Sofia Marques',
    dataClass: 'personal',
    oversight:
      'An agent reads every draft before it is sent and may always write an own answer. Jonas Weber can switch drafting off for the whole team.',
    whenItFails: 'Agents answer by hand with the text blocks in the shared folder. Tell Dana after one hour.',
    reviewInDays: 48,
    dependencies: [
      {
        source: 'Orders and deliveries of the customer',
        system: 'Order system',
        owner: 'Jonas Weber',
        refreshed: 'Live',
        ifItStops: 'Drafts ask the agent for every date, and answering takes twice as long.',
      },
      {
        source: 'Messages of customers',
        system: 'Mailbox of customer care',
        owner: 'Jonas Weber',
        refreshed: 'Live',
        ifItStops: 'No drafts are made; the messages wait in the mailbox.',
      },
    ],
  },
  {
    deputy: 'Dana',
    dataClass: 'confidential',
    oversight:
      'Sales reads, calculates and signs every proposal. Nothing leaves the house without Sofia Marques or her deputy.',
    whenItFails: 'Start from the last proposal of the same kind. Proposals may take one day longer.',
    reviewInDays: 76,
    dependencies: [
      {
        source: 'Price list in force',
        system: 'Order system, export as CSV',
        owner: 'Sofia Marques',
        refreshed: 'With each new list, by hand',
        ifItStops: 'Proposals carry old prices, which we have to honour.',
      },
      {
        source: 'Notes of visits',
        system: 'Customer records',
        owner: 'Sofia Marques',
        refreshed: 'After each visit',
        ifItStops: 'Drafts stay general and are rewritten by hand.',
      },
    ],
  },
  {
    deputy: 'Dana',
    dataClass: 'internal',
    oversight: 'Mira Holt reads every advert, and the team it is for checks the facts before it goes out.',
    whenItFails: 'Write the advert by hand from the one before; there is no hurry.',
    reviewInDays: 104,
    dependencies: [
      {
        source: 'Open positions with salary bands',
        system: 'Personnel plan',
        owner: 'Mira Holt',
        refreshed: 'Monthly',
        ifItStops: 'Adverts lack the salary or name an old one.',
      },
    ],
  },
]

/** Of the first workflow: what happened, and what came of it. */
export const closedIncident = {
  what: 'Eleven replies in two days promised an offer that had ended.',
  effect: 'Four customers ordered at the offer price; we kept our word, at a cost of about €1,300.',
  correctiveAction:
    'The Foundation names the end date of each offer, and replies say nothing about it after that day.',
} as const
