import { describe, expect, it } from 'vitest'
import {
  isReplaced,
  partWords,
  pilotSentence,
  ranSentence,
  rollOutWords,
} from '../../../renderer/parts/documents/release-words.ts'
import type { DocumentKind, Release, RollOut, RollOutStage } from '../../../shared/contract/documents.ts'

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
  rollOut: { stage: 'production', team: '', until: null, since: '2026-03-02' },
  earlierStages: [],
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

describe('how far a release is', () => {
  const rollOut = (stage: RollOutStage, team = '', until: string | null = null): RollOut => ({
    stage,
    team,
    until,
  })

  it.each([
    [rollOut('testing'), 'Testing'],
    [rollOut('pilot', 'Support', '2026-06-30'), 'Pilot with Support until 30 June 2026'],
    [rollOut('pilot', 'Support'), 'Pilot with Support'],
    [rollOut('production'), 'Production'],
    [rollOut('retired'), 'Retired'],
  ])('%j is said as "%s"', (stage, words) => {
    expect(rollOutWords(stage, 'en-GB')).toBe(words)
  })

  it('names the team of a pilot beside what everyone ran', () => {
    const pilot = { ...releaseOf(), rollOut: { ...rollOut('pilot', 'Support'), since: '2026-03-02' } }
    expect(pilotSentence(pilot)).toBe('Release 4 was in pilot with Support.')
  })

  const release = (number: number, since: string, stage: RollOutStage = 'production'): Release => ({
    ...releaseOf(),
    number,
    rollOut: { ...rollOut(stage), since },
  })

  it.each([
    {
      what: 'another one runs',
      it: release(4, '2026-03-02'),
      running: release(5, '2026-04-01'),
      isGone: true,
    },
    { what: 'it runs', it: release(4, '2026-03-02'), running: release(4, '2026-03-02'), isGone: false },
    { what: 'it is to come', it: release(4, '2026-06-01'), running: release(3, '2026-03-02'), isGone: false },
    {
      what: 'it is a pilot',
      it: release(4, '2026-03-02', 'pilot'),
      running: release(3, '2026-03-02'),
      isGone: false,
    },
    { what: 'nothing runs', it: release(4, '2026-03-02'), running: null, isGone: false },
  ])('when $what, its place is taken: $isGone', ({ it: each, running, isGone }) => {
    expect(isReplaced(each, running, '2026-05-01')).toBe(isGone)
  })
})
