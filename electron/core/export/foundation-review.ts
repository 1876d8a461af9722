import type { Action, FoundationReview, ReviewCard } from '../../../shared/contract/foundation-reviews.ts'
import { formatDay } from '../../../shared/domain/format.ts'
import { isDecided } from '../../../shared/domain/foundation/foundation-answers.ts'
import type { Day } from '../../../shared/domain/time/dates.ts'
import type { GuidedColumn, Sheet, SheetColumn, SheetRow } from './workbook/workbook-sheet.ts'

type Origin = { company: string; locale: string }

const answerLabels = { yes: 'Yes', change: 'Needs a change', unsure: 'Not sure' } as const
const kindLabels = { change: 'Change', find_out: 'Find out' } as const
const stateLabels = { open: 'Open', done: 'Done', dropped: 'Dropped' } as const

const text = (header: string, key: string, width: number): SheetColumn => ({
  header,
  key,
  width,
  kind: 'text',
  wraps: true,
})
const date = (header: string, key: string): SheetColumn => ({ header, key, width: 14, kind: 'date' })
const count = (header: string, key: string): SheetColumn => ({ header, key, width: 11, kind: 'count' })

/** What to read before a Foundation review, or its record once it is finished. */
export const foundationReviewSheets = (review: FoundationReview, origin: Origin): Sheet[] =>
  review.state === 'finished' ? record(review, origin) : preRead(review, origin)

function preRead(review: FoundationReview, { company, locale }: Origin): Sheet[] {
  const day = formatDay(review.heldOn, locale)
  return [
    {
      name: 'Sections',
      title: `${company}: Foundation review of ${day}`,
      headline: review.reason,
      notes: ['Read each section and ask: is it still true? Sections with most issues come first.'],
      columns: [
        count('Order', 'position'),
        text('Section', 'name', 24),
        text('Wording', 'wording', 80),
        date('Last changed', 'liveOn'),
        date('Last checked', 'lastVerifiedOn'),
        text('Checked by', 'verifier', 20),
        count('Issues', 'issueCount'),
        text('What came up', 'signals', 40),
      ],
      rows: review.cards.map(sectionRow),
    },
    {
      name: 'Issues',
      title: `Issues since ${review.since === null ? 'the beginning' : formatDay(review.since, locale)}`,
      notes: ['The latest of each section, five at most.'],
      columns: [
        text('Section', 'section', 24),
        text('Workflow', 'workflowName', 22),
        { header: 'Month', key: 'month', width: 12, kind: 'month' },
        text('Standard', 'standard', 22),
        text('Type', 'type', 18),
        text('Note', 'note', 40),
        text('Output', 'excerpt', 60),
      ],
      rows: review.cards.flatMap(({ name, issues }) => issues.map((issue) => ({ ...issue, section: name }))),
    },
    attendeesSheet(review),
  ]
}

const sectionRow = (card: ReviewCard): SheetRow => ({
  position: card.position,
  name: card.name,
  wording: card.version?.text ?? null,
  liveOn: card.version?.liveOn ?? null,
  lastVerifiedOn: card.lastVerifiedOn,
  verifier: card.verifier,
  issueCount: card.issueCount,
  signals: card.signals.map((signal) => signal.text).join('\n'),
})

function record(review: FoundationReview, { company, locale }: Origin): Sheet[] {
  return [
    {
      name: 'Foundation',
      title: `${company}: Foundation review of ${formatDay(review.heldOn, locale)}`,
      headline: review.reason,
      notes: review.nextOn === null ? [] : [`The next one is on ${formatDay(review.nextOn, locale)}.`],
      columns: answerColumns,
      rows: answerRows(review),
    },
    attendeesSheet(review),
    {
      name: 'Actions',
      title: 'What was decided',
      columns: [
        text('Section', 'sectionName', 24),
        text('Kind', 'kind', 12),
        text('What', 'what', 50),
        text('Owner', 'who', 22),
        date('Due', 'dueOn'),
        text('State', 'state', 12),
        date('Closed', 'closedOn'),
        text('Note', 'note', 40),
        count('Linked change', 'changeNumber'),
      ],
      rows: review.actions.map(actionRow),
    },
  ]
}

/** What each section was answered in a finished review, and what came of it. */
export const answerColumns: readonly GuidedColumn[] = [
  { ...date('Review date', 'heldOn'), meaning: 'The day the Foundation review was held.' },
  { ...text('Section', 'section', 24), meaning: 'The part of the Foundation that was read.' },
  {
    ...text('Answer', 'answer', 18),
    meaning: 'Whether it was still true. Empty where it was left for the next review.',
    allowed: Object.values(answerLabels).join(', '),
  },
  {
    ...text('What changes', 'what', 50),
    meaning: 'What was decided: a change to write, or what to find out.',
  },
  { ...text('Owner', 'who', 22), meaning: 'Who does it.' },
  { ...date('Due', 'dueOn'), meaning: 'By when.' },
  {
    ...date('Done', 'doneOn'),
    meaning: 'When it was done. Empty while it is open, and where it was dropped.',
  },
  {
    ...count('Linked change', 'changeNumber'),
    meaning: 'The number of the change that came of it: see Changes.',
  },
]

/** One row for each section of a finished review; one for each action where an answer asked for several. */
export const answerRows = (review: FoundationReview): SheetRow[] =>
  review.cards.flatMap((card) => {
    const own = review.actions.filter(({ sectionId }) => sectionId === card.sectionId)
    return (own.length === 0 ? [undefined] : own).map((action) => answerRow(review.heldOn, card, action))
  })

/** A parked or unanswered section has an empty answer: it waits for the next review. */
function answerRow(heldOn: Day, card: ReviewCard, action: Action | undefined): SheetRow {
  return {
    heldOn,
    section: card.name,
    answer: isDecided(card) && card.answer ? answerLabels[card.answer] : null,
    what: action?.what ?? null,
    who: action?.who ?? null,
    dueOn: action?.dueOn ?? null,
    doneOn: action?.state === 'done' ? action.closedOn : null,
    changeNumber: action?.changeNumber ?? null,
  }
}

const actionRow = (action: Action): SheetRow => ({
  sectionName: action.sectionName,
  kind: kindLabels[action.kind],
  what: action.what,
  who: action.who,
  dueOn: action.dueOn,
  state: stateLabels[action.state],
  closedOn: action.closedOn,
  note: action.note,
  changeNumber: action.changeNumber,
})

const attendeesSheet = ({ attendees }: FoundationReview): Sheet => ({
  name: 'Attendees',
  title: 'Who takes part',
  columns: [text('Name', 'name', 28), text('Role', 'role', 28), date('Agreed on', 'agreedOn')],
  rows: attendees.map(({ name, role, agreedOn }) => ({ name, role, agreedOn })),
})
