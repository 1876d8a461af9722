import { describe, expect, it } from 'vitest'
import {
  decidedOn,
  documentPath,
  dueOf,
  dueWords,
  lastDecided,
  summaryOf,
} from '../../../renderer/parts/documents/document-words.ts'
import type { Document, Version } from '../../../shared/contract/documents.ts'

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
  stages: [],
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
  planned: null,
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

  it.each([
    { checkedOn: null, by: null, how: 'written', on: '2026-01-31', decided: '', words: 'Written 1 May' },
    {
      checkedOn: '2026-01-30',
      by: 'Dana',
      how: 'written',
      on: '2026-01-31',
      decided: '',
      words: 'Written 1 May',
    },
    {
      checkedOn: '2026-01-31',
      by: 'Dana',
      how: 'checked',
      on: '2026-01-31',
      decided: 'Dana',
      words: '1 May',
    },
    { checkedOn: '2026-03-03', by: null, how: 'checked', on: '2026-03-03', decided: '', words: '1 May' },
  ])(
    'was last decided on $on, checked on $checkedOn: $words',
    ({ checkedOn, by, how, on, decided, words }) => {
      const last = lastDecided({ ...section, lastVerifiedOn: checkedOn, lastVerifiedBy: by })
      expect(last).toEqual({ how, on, by: decided })
      expect(last && decidedOn(last, '1 May')).toBe(words)
    },
  )

  it.each([
    { today: '2026-03-01', checkedOn: null, isDue: false, on: '2026-03-02', words: 'Due 1 May' },
    { today: '2026-03-02', checkedOn: null, isDue: true, on: '2026-03-02', words: 'Due since 1 May' },
    { today: '2026-03-02', checkedOn: '2026-01-05', isDue: true, on: '2026-03-02', words: 'Due since 1 May' },
    { today: '2026-03-02', checkedOn: '2026-02-28', isDue: false, on: '2026-03-30', words: 'Due 1 May' },
  ])('on $today, checked on $checkedOn: due on $on', ({ today, checkedOn, isDue, on, words }) => {
    const due = dueOf({ ...section, lastVerifiedOn: checkedOn }, today)
    expect(due).toEqual({ isDue, on })
    expect(due && dueWords(due, '1 May')).toBe(words)
  })

  it('has nothing to check before the first version', () => {
    expect(dueOf({ ...section, current: null }, '2026-03-01')).toBeNull()
  })
})
