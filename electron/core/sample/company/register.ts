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
    decides: 'It drafts the reply. Whether and how it is sent is decided by the agent.',
    decidesFrom: 'The customer’s message and the state of their orders, with name and address.',
    oversight:
      'An agent reads every draft before it is sent and may always write an own answer. Jonas Weber can switch drafting off for the whole team.',
    whoIsTold: 'Jonas Weber, on the day a month is finished above the update line.',
    whenItFails: 'Agents answer by hand with the text blocks in the shared folder. Tell Dana after one hour.',
    reviewInDays: 48,
    dependencies: [
      {
        source: 'Orders and deliveries of the customer',
        system: 'Order system',
        owner: 'Jonas Weber',
        refreshed: 'Live',
        noticed: 'The agents see at once that no order is shown.',
        ifItStops: 'Drafts ask the agent for every date, and answering takes twice as long.',
      },
      {
        source: 'Messages of customers',
        system: 'Mailbox of customer care',
        owner: 'Jonas Weber',
        refreshed: 'Live',
        noticed: 'The mailbox fills up; somebody looks every morning.',
        ifItStops: 'No drafts are made; the messages wait in the mailbox.',
      },
    ],
  },
  {
    deputy: 'Dana',
    dataClass: 'confidential',
    decides: 'It drafts the text of a proposal. Prices and terms are entered and signed by sales.',
    decidesFrom: 'Notes of visits and the price list in force.',
    oversight:
      'Sales reads, calculates and signs every proposal. Nothing leaves the house without Sofia Marques or her deputy.',
    whoIsTold: 'Sofia Marques, within a week; the sales meeting hears of it each month.',
    whenItFails: 'Start from the last proposal of the same kind. Proposals may take one day longer.',
    reviewInDays: 76,
    dependencies: [
      {
        source: 'Price list in force',
        system: 'Order system, export as CSV',
        owner: 'Sofia Marques',
        refreshed: 'With each new list, by hand',
        noticed: 'A proposal with an old price; at the latest when it is signed, so possibly days later.',
        ifItStops: 'Proposals carry old prices, which we have to honour.',
      },
      {
        source: 'Notes of visits',
        system: 'Customer records',
        owner: 'Sofia Marques',
        refreshed: 'After each visit',
        noticed: 'The draft names no visit; whoever wrote the notes sees it.',
        ifItStops: 'Drafts stay general and are rewritten by hand.',
      },
    ],
  },
  {
    deputy: 'Dana',
    dataClass: 'internal',
    decides: 'It drafts the advert. Mira Holt decides what is published.',
    decidesFrom: 'The position, its salary band and the advert before. Nothing about applicants.',
    oversight: 'Mira Holt reads every advert, and the team it is for checks the facts before it goes out.',
    whoIsTold: 'Mira Holt, with the monthly report.',
    whenItFails: 'Write the advert by hand from the one before; there is no hurry.',
    reviewInDays: 104,
    dependencies: [
      {
        source: 'Open positions with salary bands',
        system: 'Personnel plan',
        owner: 'Mira Holt',
        refreshed: 'Monthly',
        noticed: 'The advert lacks its salary; at the latest when the team reads it.',
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
