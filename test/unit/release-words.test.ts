import { describe, expect, it } from 'vitest'
import { partWords, ranSentence } from '../../renderer/features/workflows/release-words.ts'
import type { DocumentKind, Release } from '../../shared/contract/documents.ts'

const part = (kind: DocumentKind, name: string, version: number) => ({
  documentId: version,
  kind,
  name,
  version,
  versionId: version,
})

const releaseOf = (...parts: Release['parts']): Release => ({
  workflowId: 1,
  number: 4,
  liveOn: '2026-03-02',
  approvedBy: '',
  changeNumber: 9,
  parts,
})

const whole = releaseOf(
  part('prompt', 'Prompt', 3),
  part('model', 'Model', 2),
  part('section', 'Tone', 5),
  part('section', 'Rules', 1),
)

describe('what ran on a day', () => {
  it.each([
    { release: null, sentence: 'On 14 March 2026 nothing was in force in your records for Proposals.' },
    { release: releaseOf(), sentence: 'On 14 March 2026 Proposals ran on release 4.' },
    {
      release: releaseOf(part('section', 'Tone', 5)),
      sentence: 'On 14 March 2026 Proposals ran on release 4: 1 Foundation section.',
    },
    {
      release: whole,
      sentence:
        'On 14 March 2026 Proposals ran on release 4: prompt version 3, model version 2 and 2 Foundation sections.',
    },
  ])('is said as "$sentence"', ({ release, sentence }) => {
    expect(ranSentence({ on: '2026-03-14', name: 'Proposals', release, locale: 'en-GB' })).toBe(sentence)
  })

  it('stands in the table part by part', () => {
    expect([
      partWords(whole, 'prompt'),
      partWords(whole, 'section'),
      partWords(releaseOf(), 'model'),
    ]).toEqual(['Version 3', 'Tone 5, Rules 1', '–'])
  })
})
