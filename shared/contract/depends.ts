import type { Feature } from './jobs.ts'

/**
 * Whose answers are read from what other features write. Each line is complete by itself: what a reader shows
 * through another one stands in it too. `test/contract/stale-answers.test.ts` holds it against every write.
 */
export const readFrom: Readonly<Partial<Record<Feature, readonly Feature[]>>> = {
  workflows: ['reviews', 'people'],
  imports: ['reviews', 'company', 'workflows'],
  reviews: ['company', 'workflows', 'standards', 'imports', 'documents', 'changes', 'foundationReviews'],
  results: [
    'company',
    'workflows',
    'standards',
    'imports',
    'reviews',
    'changes',
    'documents',
    'releases',
    'people',
    'signals',
    'foundationReviews',
    'register',
    'calendar',
    'retiredFacts',
    'modelTests',
  ],
  changes: ['workflows', 'reviews', 'signals', 'foundationReviews', 'documents', 'releases'],
  documents: ['workflows', 'reviews', 'changes', 'releases', 'people', 'foundationReviews'],
  releases: ['workflows', 'documents', 'changes'],
  people: ['documents', 'foundationReviews', 'workflows', 'register'],
  signals: ['workflows', 'reviews', 'documents', 'changes', 'foundationReviews'],
  foundationReviews: ['company', 'workflows', 'reviews', 'changes', 'documents', 'people', 'signals'],
  register: ['workflows', 'documents', 'releases', 'people'],
  calendar: ['company', 'workflows', 'foundationReviews', 'documents'],
  retiredFacts: ['documents', 'reviews', 'workflows'],
  modelTests: ['workflows', 'standards', 'standardInputs', 'provider', 'documents', 'releases'],
}

/** What was written, and everything whose answers are read from it. */
export function withReaders(written: readonly Feature[], map: typeof readFrom = readFrom): Feature[] {
  const readers = Object.entries(map).flatMap(([reader, sources]) =>
    sources.some((source) => written.includes(source)) ? [reader as Feature] : [],
  )
  return [...new Set([...written, ...readers])]
}

/**
 * Writes of a session whose reply carries all that its window shows: that window asks nothing again at once, only
 * when it next shows something else.
 */
export const carriedByReply: ReadonlySet<string> = new Set([
  'reviews.save',
  'reviews.moveTo',
  'reviews.replace',
  'reviews.undo',
  'foundationReviews.answer',
  'foundationReviews.confirmQuick',
  'foundationReviews.spend',
  'foundationReviews.undo',
  'modelTests.judge',
  'modelTests.undoJudgement',
])
