import type { Answer } from '../../../../shared/contract/foundation-reviews.ts'

/** What was said about a section that is not simply still true; `inDays` is counted from the review. */
export type SampleAnswer = {
  section: string
  answer: Exclude<Answer, 'yes'>
  what: string
  who: string
  inDays: number
}

export type SampleFoundationReview = {
  attendees: readonly { name: string; role: string }[]
  answers: readonly SampleAnswer[]
}

const attendees = [
  { name: 'Jonas Weber', role: 'Customer Care' },
  { name: 'Sofia Marques', role: 'Sales' },
  { name: 'Mira Holt', role: 'People' },
] as const

export const firstFoundationReview: SampleFoundationReview = {
  attendees,
  answers: [
    {
      section: 'Customers',
      answer: 'unsure',
      what: 'Do private customers still pay in advance, or on account like companies?',
      who: 'Sofia Marques',
      inDays: 14,
    },
  ],
}

/** What the question of the first review turned out to be. */
export const foundOut = 'In advance, as written: accounting confirmed it.'

export const secondFoundationReview: SampleFoundationReview = {
  attendees,
  answers: [
    {
      section: 'Offer and prices',
      answer: 'change',
      what: 'The offer has ended: name the new one with its end date',
      who: 'Sofia Marques',
      inDays: 3,
    },
  ],
}

/** When the third is to be held, counted from today. */
export const nextReviewInDays = 12

/** Decided in the second review and still to do, `dueInDays` counted from today. */
export const openAction = {
  section: 'Terms',
  what: 'Add the names of the new lifting tables',
  who: 'Sofia Marques',
  dueInDays: 5,
} as const
