import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OutputFilter, OutputOrder } from '../../../shared/contract/outputs.ts'
import { aReview, judge, marksOf } from '../../helpers/builders.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'

let app: TestApp
let workflowId = 0

/** Five outputs: the second misses two standards, the third one more, the fourth is flagged and unrated. */
beforeAll(async () => {
  app = await createTestApp()
  await app.client.company.create({ name: 'Acme', ownerName: 'Dana Whitfield' })
  const review = await aReview(app.client, {
    outputs: 5,
    workflow: { measure: 'minutes', byHandMinutes: 20 },
  })
  workflowId = review.workflowId
  const { items } = await app.client.reviews.get({ reviewId: review.id })
  const said = (index: number, type: string, section: string, note: string) => {
    const item = items[index]
    if (!item) throw new Error('five outputs')
    return marksOf(item, index === 1 ? ['not_met', 'met', 'not_met'] : ['met', 'not_met', 'met']).map(
      (mark) => (mark.verdict === 'not_met' ? { ...mark, issueType: type, section, note } : mark),
    )
  }
  const states = [
    { satisfaction: 5, editMinutes: 1 },
    { satisfaction: 2, editMinutes: 9, marks: said(1, 'Out of date', 'Prices', 'Uses the spring prices') },
    { satisfaction: 4, editMinutes: 3, marks: said(2, 'Wrong tone', 'Tone', 'Steif für Müllers') },
    { satisfaction: null, editMinutes: 0, isFlagged: true, note: 'Ask Jörg' },
    { satisfaction: 3, editMinutes: null },
  ]
  for (const [index, state] of states.entries()) {
    const item = items[index]
    if (item) await judge(app.client, item, { ratedBy: 'reviewer', ...state })
  }
})
afterAll(() => app.dispose())

const positions = async (filter: Partial<OutputFilter> & { order?: OutputOrder }) => {
  const page = await app.client.results.outputs({ workflowId, offset: 0, limit: 50, ...filter })
  expect(page.all).toBe(5)
  expect(page.total).toBe(page.rows.length)
  return page.rows.map(({ position }) => position)
}

describe('the list of reviewed outputs', () => {
  it.each<[string, Partial<OutputFilter>, number[]]>([
    ['nothing', {}, [1, 2, 3, 4, 5]],
    ['a month without reviews', { month: '2026-01' }, []],
    ['issues', { show: 'issues' }, [2, 3]],
    ['what is not fit to send', { show: 'not_fit' }, [2]],
    ['what is flagged', { show: 'flagged' }, [4]],
    ['a standard', { standard: 'Accurate' }, [2]],
    ['a type', { type: 'Wrong tone' }, [3]],
    ['a section', { section: 'Prices' }, [2]],
    ['a standard and a type of one issue', { standard: 'Accurate', type: 'Out of date' }, [2]],
    ['a standard and a type of two issues', { standard: 'Accurate', type: 'Wrong tone' }, []],
    ['words of a note in any order', { search: 'PRICES spring' }, [2]],
    ['words without their accents', { search: 'mullers fur' }, [3]],
    ['words of the output’s own note', { search: 'jorg' }, [4]],
    ['words of the issue', { search: 'tone steif' }, [3]],
    ['words nobody wrote', { search: 'spring tone' }, []],
    ['spaces alone', { search: '  ' }, [1, 2, 3, 4, 5]],
    ['both words and a filter', { search: 'prices', show: 'flagged' }, []],
  ])('narrowed to %s', async (_, filter, expected) => {
    expect(await positions(filter)).toEqual(expected)
  })

  it('is searched in what was said just now', async () => {
    expect(await positions({ search: 'lisbon' })).toEqual([])
    const { rows } = await app.client.results.outputs({ workflowId, offset: 0, limit: 50 })
    const { items } = await app.client.reviews.get({ reviewId: rows[0]?.reviewId ?? 0 })
    const fifth = items[4]
    if (!fifth) throw new Error('five outputs')
    const noted = await judge(app.client, fifth, { note: 'As in Lisbon’s office' })
    expect(await positions({ search: 'LISBONS' })).toEqual([5])
    await judge(app.client, noted, { note: '' })
    expect(await positions({ search: 'lisbon' })).toEqual([])
  })

  it.each<[OutputOrder, number[]]>([
    [{ by: 'satisfaction', isAscending: true }, [2, 5, 3, 1, 4]],
    [{ by: 'satisfaction', isAscending: false }, [1, 3, 5, 2, 4]],
    [{ by: 'editing', isAscending: false }, [2, 3, 1, 4, 5]],
    [{ by: 'editing', isAscending: true }, [4, 1, 3, 2, 5]],
  ])('sorted by %o, with what is not known last', async (order, expected) => {
    expect(await positions({ order })).toEqual(expected)
  })

  it('opens each with everything that was said, and by whom once the review is finished', async () => {
    const { rows } = await app.client.results.outputs({ workflowId, offset: 0, limit: 50 })
    const [, second, , fourth] = rows
    const read = (itemId = 0) => app.client.results.output({ itemId })
    expect(await read(second?.itemId)).toMatchObject({
      reviewId: second?.reviewId,
      position: 2,
      marks: [
        { standard: 'Accurate', verdict: 'not_met', type: 'Out of date', section: 'Prices', sectionId: null },
        { standard: 'Right tone', verdict: 'met', type: null, note: '' },
        { standard: 'Safe to send', verdict: 'not_met', isMustPass: true, note: 'Uses the spring prices' },
      ],
      ...{ satisfaction: 2, ratedBy: 'reviewer', editMinutes: 9, byHandMinutes: 20, editing: 0.45 },
      ...{ isDone: true, finishedOn: null, reviewer: null },
    })
    expect(await read(fourth?.itemId)).toMatchObject({
      isFlagged: true,
      note: 'Ask Jörg',
      satisfaction: null,
    })
    await app.client.reviews.finish({ reviewId: second?.reviewId ?? 0 })
    expect(await read(second?.itemId)).toMatchObject({
      finishedOn: app.clock.today(),
      reviewer: 'Dana Whitfield',
    })
  })

  it('says what it can be narrowed to, most frequent first', async () => {
    expect(await app.client.results.outputChoices({ workflowId })).toMatchObject({
      standards: expect.arrayContaining(['Accurate', 'Safe to send']),
      types: ['Out of date', 'Wrong tone'],
      sections: ['Prices', 'Tone'],
    })
  })
})
