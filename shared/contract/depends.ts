import type { Feature } from './jobs.ts'

/**
 * Whose answers are read from what other features write. Each line is complete by itself: what a reader shows
 * through another one stands in it too. `test/contract/stale-answers.test.ts` holds it against every write.
 */
export const readFrom: Readonly<Partial<Record<Feature, readonly Feature[]>>> = {
  company: ['safety'],
  workflows: ['reviews', 'people'],
  imports: ['reviews', 'workflows'],
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
    'provider',
  ],
  changes: ['workflows', 'reviews', 'signals'],
  documents: ['workflows', 'reviews', 'changes', 'releases', 'people'],
  releases: ['documents'],
  people: ['documents', 'foundationReviews', 'workflows', 'register'],
  signals: ['workflows', 'reviews', 'documents', 'foundationReviews'],
  foundationReviews: ['workflows', 'reviews', 'documents', 'people', 'signals'],
  register: ['workflows', 'documents', 'releases', 'people'],
  calendar: ['company', 'workflows', 'foundationReviews', 'documents'],
  retiredFacts: ['documents', 'reviews', 'workflows'],
  modelTests: ['workflows', 'standardInputs', 'provider', 'documents', 'releases'],
  reports: ['company', 'workflows', 'reviews', 'changes', 'documents', 'foundationReviews'],
  // Whatever is written has its entry in the log.
  activity: [
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
    'standardInputs',
    'modelTests',
    'provider',
    'reports',
    'bin',
  ],
  bin: ['company', 'workflows', 'imports', 'signals', 'documents', 'standardInputs'],
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
