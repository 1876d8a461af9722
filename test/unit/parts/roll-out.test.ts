import { describe, expect, it } from 'vitest'
import {
  inForceSince,
  pilotBefore,
  standingLines,
  standingOf,
} from '../../../renderer/parts/documents/roll-out.ts'
import type { Version } from '../../../shared/contract/documents.ts'

type Stage = Version['stages'][number]

const version = (...stages: Stage[]): Version => ({
  id: 7,
  documentId: 3,
  number: 2,
  text: 'Warm and short.',
  sectionIds: [],
  liveOn: '2026-03-03',
  publishedAt: '2026-03-03T09:00:00.000Z',
  approvedBy: '',
  why: 'Business change',
  changeNumber: 5,
  restoredFrom: null,
  stages,
})

const proposals = { workflowId: 1, workflowName: 'Proposals' }
const replies = { workflowId: 2, workflowName: 'Customer replies' }
const pilot = { stage: 'pilot', team: 'Sales North', until: '2026-06-30', since: '2026-03-03' } as const
const forAll = { stage: 'production', team: '', until: null, since: '2026-05-09' } as const
const testing = { ...forAll, stage: 'testing', since: '2026-03-03' } as const
const retired = { ...forAll, stage: 'retired' } as const

describe('how far a wording has come', () => {
  it.each<{ stages: Stage[]; standing: string; lines: string[]; since: string | null }>([
    {
      stages: [],
      standing: 'in force since 3 March 2026',
      lines: ['3 March 2026'],
      since: '2026-03-03',
    },
    {
      stages: [{ ...proposals, ...testing }],
      standing: 'in testing since 3 March 2026',
      lines: ['In testing since 3 March 2026'],
      since: null,
    },
    {
      stages: [
        { ...proposals, ...pilot },
        { ...replies, ...pilot },
      ],
      standing: 'pilot with Sales North until 30 June 2026',
      lines: ['Pilot with Sales North until 30 June 2026'],
      since: null,
    },
    {
      stages: [
        { ...proposals, ...pilot },
        { ...proposals, ...forAll },
      ],
      standing: 'in force since 9 May 2026',
      lines: ['9 May 2026', 'pilot with Sales North before'],
      since: '2026-05-09',
    },
    {
      stages: [
        { ...proposals, ...pilot },
        { ...proposals, ...retired },
      ],
      standing: 'retired since 9 May 2026',
      lines: ['Retired since 9 May 2026', 'pilot with Sales North before'],
      since: null,
    },
    {
      stages: [
        { ...proposals, ...pilot },
        { ...replies, ...pilot },
        { ...replies, ...forAll },
      ],
      standing:
        'pilot with Sales North until 30 June 2026 (Proposals), in force since 9 May 2026 (Customer replies)',
      lines: [
        'Pilot with Sales North until 30 June 2026 (Proposals)',
        'In force since 9 May 2026 (Customer replies)',
      ],
      since: '2026-05-09',
    },
  ])('$standing', ({ stages, standing, lines, since }) => {
    expect(standingOf(version(...stages), 'en-GB')).toBe(`Version 2, ${standing}`)
    expect(standingLines(version(...stages), 'en-GB')).toEqual(lines)
    expect(inForceSince(version(...stages))).toBe(since)
  })

  it('says that it was a pilot only once it is one no more', () => {
    expect([pilotBefore([pilot]), pilotBefore([forAll]), pilotBefore([pilot, forAll])]).toEqual([
      null,
      null,
      'pilot with Sales North before',
    ])
  })
})
