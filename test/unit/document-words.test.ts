import { describe, expect, it } from 'vitest'
import {
  checkedWords,
  documentPath,
  dueOf,
  standingOf,
  summaryOf,
} from '../../renderer/features/documents/document-words.ts'
import type { Document, Version } from '../../shared/contract/documents.ts'

const version: Version = {
  id: 7,
  documentId: 3,
  number: 2,
  text: 'Warm and short.',
  sectionIds: [],
  liveOn: '2026-01-31',
  publishedAt: '2026-01-31T09:00:00.000Z',
  approvedBy: '',
  why: 'Business change',
  changeNumber: 5,
  restoredFrom: null,
}

const section: Document = {
  id: 3,
  kind: 'section',
  workflowId: null,
  name: 'Tone',
  position: 1,
  verifier: '',
  intervalDays: 30,
  lastVerifiedOn: null,
  lastVerifiedBy: null,
  current: version,
  draft: null,
}

describe('the words about a document', () => {
  it.each([
    { text: '', summary: '' },
    { text: '\n\n---\n# Prices\n\n49 euros', summary: 'Prices' },
    { text: '- Never quote a price.', summary: 'Never quote a price.' },
    { text: '价格 49 欧元', summary: '价格 49 欧元' },
    { text: `${'word '.repeat(40)}end`, summary: `${'word '.repeat(27)}word…` },
  ])('sums "$summary" up from its first line with words', ({ text, summary }) => {
    expect(summaryOf(text)).toBe(summary)
  })

  it.each([
    { workflowId: null, path: '/foundation/3' },
    { workflowId: 2, path: '/workflows/2/prompt/3' },
  ])('lives at $path', ({ workflowId, path }) => {
    expect(documentPath({ id: 3, workflowId })).toBe(path)
  })

  it('names the version in force and its day', () => {
    expect(standingOf(version, 'en-GB')).toBe('Version 2, in force since 31 January 2026')
  })

  it.each([
    { on: null, by: null, words: null },
    { on: '2026-03-03', by: null, words: '3 March 2026' },
    { on: '2026-03-03', by: 'Dana', words: '3 March 2026 by Dana' },
  ])('says who checked it last: $words', ({ on, by, words }) => {
    expect(checkedWords({ ...section, lastVerifiedOn: on, lastVerifiedBy: by }, 'en-GB')).toBe(words)
  })

  it.each([
    { today: '2026-03-01', checkedOn: null, isDue: false, words: 'Due 2 March 2026' },
    { today: '2026-03-02', checkedOn: null, isDue: true, words: 'Due since 2 March 2026' },
    { today: '2026-03-02', checkedOn: '2026-02-28', isDue: false, words: 'Due 30 March 2026' },
  ])('on $today, checked on $checkedOn: $words', ({ today, checkedOn, ...due }) => {
    expect(dueOf({ ...section, lastVerifiedOn: checkedOn }, today, 'en-GB')).toEqual(due)
  })

  it('has nothing to check before the first version', () => {
    expect(dueOf({ ...section, current: null }, '2026-03-01', 'en-GB')).toBeNull()
  })
})
