import { describe, expect, it } from 'vitest'
import { fittingSignals, leadOfSignal, whyOf } from '../../../renderer/parts/changes/leads.ts'
import type { Signal } from '../../../shared/contract/signals.ts'

const aSignal = (id: number, workflowId: number | null, sectionId: number | null): Signal => ({
  id,
  rev: 1,
  kind: 'business',
  text: `Signal ${id}`,
  onDate: '2026-03-02',
  workflowId,
  sectionId,
  workflowName: null,
  sectionName: null,
  recordedAt: '2026-03-02T09:00:00.000Z',
  state: 'open',
  changeNumber: null,
  foundationReviewId: null,
  reason: '',
})

const general = aSignal(1, null, null)
const ofProposals = aSignal(2, 7, null)
const ofPrices = aSignal(3, null, 20)
const ofBoth = aSignal(4, 7, 20)
const all = [general, ofProposals, ofPrices, ofBoth]

describe('what can have led to a change', () => {
  it.each([
    ['of the section that a signal names', { sectionId: 20, workflowIds: [] }, [ofPrices, ofBoth, general]],
    ['of a section that no signal names', { sectionId: 21, workflowIds: [] }, [general]],
    [
      'of the workflow that a signal names',
      { sectionId: null, workflowIds: [7] },
      [ofProposals, ofBoth, general, ofPrices],
    ],
    ['of a workflow that no signal names', { sectionId: null, workflowIds: [8] }, [general, ofPrices]],
    ['of no workflow yet', { sectionId: null, workflowIds: [] }, [general, ofPrices]],
  ])('is offered for a change %s', (_name, subject, expected) => {
    expect(fittingSignals(all, subject)).toEqual(expected)
  })

  it('gives the why its words, one below the other', () => {
    expect(whyOf([general, ofPrices].map(leadOfSignal))).toBe('Signal 1\nSignal 3')
  })
})
