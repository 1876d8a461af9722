import { describe, expect, it } from 'vitest'
import type { ItemPatch, ReviewItem } from '../../../shared/contract/reviews/reviews.ts'
import { aReview, first, judge, marksOf } from '../../helpers/builders.ts'
import { createTestApp, refusal, type TestApp } from '../../helpers/test-app.ts'

const minutes = { measure: 'minutes', byHandMinutes: 20 } as const

const read = (app: TestApp, reviewId: number) => app.client.reviews.get({ reviewId })
const itemOf = async (app: TestApp, reviewId: number, itemId: number) =>
  (await read(app, reviewId)).items.find(({ id }) => id === itemId)
const save = async (app: TestApp, item: ReviewItem, patch: ItemPatch): Promise<ReviewItem> => {
  const { id: itemId, rev } = item
  return { ...item, ...(await app.client.reviews.save({ itemId, rev, patch })).item }
}

describe('an output under review', () => {
  it('begins with nothing preselected', async () => {
    await using app = await createTestApp()
    const { items, standards, undoLabel } = await aReview(app.client)
    expect(undoLabel).toBeNull()
    for (const item of items) {
      expect(item).toMatchObject({
        marks: standards.map(({ id }) => ({
          standardId: id,
          verdict: null,
          issueType: null,
          section: null,
          sectionId: null,
          note: '',
        })),
        satisfaction: null,
        editMinutes: null,
        isFlagged: false,
        note: '',
        isDone: false,
      })
    }
  })

  it.each<[string, (item: ReviewItem) => ItemPatch, string]>([
    ['all met', (item) => ({ marks: marksOf(item, 'met') }), 'All met'],
    ['one not met', (item) => ({ marks: marksOf(item, 'not_met').slice(0, 1) }), 'Accurate not met'],
    [
      'one that doesn’t apply',
      (item) => ({ marks: marksOf(item, 'not_applicable').slice(1, 2) }),
      'Right tone doesn’t apply',
    ],
    ['a satisfaction', () => ({ satisfaction: 4, ratedBy: 'user' }), 'Satisfaction 4'],
    ['minutes', () => ({ editMinutes: 2.5, minutesSource: 'person' }), '2.5 minutes'],
    ['zero minutes', () => ({ editMinutes: 0, minutesSource: 'person' }), '0 minutes'],
    ['a flag', () => ({ isFlagged: true }), 'Flag'],
    ['a note', () => ({ note: 'Zwölf Stück – 你好 😀' }), 'Note'],
    ['save and next', (item) => ({ marks: marksOf(item, 'met'), isDone: true }), 'Save and next'],
  ])('keeps %s, also after a restart, and changes nothing else', async (_what, patchOf, label) => {
    await using app = await createTestApp()
    const review = await aReview(app.client, { workflow: minutes })
    const item = first(review.items)
    const { marks = [], ...patch } = patchOf(item)
    app.clock.pass(60)
    const saved = await app.client.reviews.save({ itemId: item.id, rev: item.rev, patch: patchOf(item) })
    const changed = new Map(marks.map((mark) => [mark.standardId, mark]))
    const { output, ...rest } = item
    const expected = {
      ...rest,
      ...patch,
      marks: item.marks.map((mark) => changed.get(mark.standardId) ?? mark),
      editing: patch.editMinutes === undefined ? null : (patch.editMinutes ?? 0) / 20,
      rev: item.rev + 1,
    }
    expect(saved).toEqual({ item: expected, undoLabel: label, savedAt: app.clock.now() })
    await app.restart()
    const again = await read(app, review.id)
    expect(again).toEqual({
      ...review,
      items: review.items.map((other) => (other.id === item.id ? { ...expected, output } : other)),
      undoLabel: label,
      issueTypes: again.issueTypes,
    })
  })

  it('is not written again when a save changes nothing', async () => {
    await using app = await createTestApp()
    const { items } = await aReview(app.client)
    const item = first(items)
    expect(await save(app, item, { isFlagged: false, note: '' })).toEqual(item)
  })

  it('loses its issue when the mark changes, and undo brings it back', async () => {
    await using app = await createTestApp()
    const review = await aReview(app.client)
    const marks = marksOf(first(review.items), 'not_met')
      .slice(0, 1)
      .map((mark) => ({ ...mark, issueType: 'Wrong fact', section: 'Offer and prices', note: 'Old price' }))
    const withIssue = await save(app, first(review.items), { marks })
    expect(withIssue.marks[0]).toEqual(marks[0])
    const met = await save(app, withIssue, { marks: marks.map((mark) => ({ ...mark, verdict: 'met' })) })
    expect(met.marks[0]).toMatchObject({
      verdict: 'met',
      issueType: null,
      section: null,
      sectionId: null,
      note: '',
    })
    expect(await app.client.reviews.undo({ reviewId: review.id })).toMatchObject({
      label: 'Accurate met',
      itemId: met.id,
    })
    expect((await itemOf(app, review.id, met.id))?.marks).toEqual(withIssue.marks)
  })

  it.each<[string, (item: ReviewItem) => ItemPatch, string[]]>([
    ['unmarked', () => ({}), ['standard:1', 'standard:2', 'standard:3']],
    [
      'an issue without a type',
      (item) => ({
        marks: marksOf(item, ['met', 'not_met', 'met']).map((mark) => ({ ...mark, issueType: null })),
      }),
      ['issue:2'],
    ],
  ])('is not done while it has %s', async (_what, patchOf, fields) => {
    await using app = await createTestApp()
    const { id: reviewId, items } = await aReview(app.client)
    const item = first(items)
    expect(await refusal(save(app, item, { ...patchOf(item), isDone: true }))).toMatchObject({
      code: 'INVALID_INPUT',
      fields,
    })
    expect(await itemOf(app, reviewId, item.id)).toEqual(item)
  })

  it('that was done is open again when a later choice leaves something to say', async () => {
    await using app = await createTestApp()
    const { id: reviewId, items } = await aReview(app.client)
    const done = await judge(app.client, first(items))
    const marks = marksOf(done, 'not_met')
      .slice(0, 1)
      .map((mark) => ({ ...mark, issueType: null }))
    const opened = await app.client.reviews.save({ itemId: done.id, rev: done.rev, patch: { marks } })
    expect(opened.item.isDone).toBe(false)
    await app.client.reviews.undo({ reviewId })
    expect((await itemOf(app, reviewId, done.id))?.isDone).toBe(true)
  })

  it('offers the issue types and notes used lately first', async () => {
    await using app = await createTestApp()
    const { id: reviewId, items } = await aReview(app.client)
    for (const [index, issueType] of (['Too long', 'Wrong tone'] as const).entries()) {
      const item = items[index]
      if (!item) throw new Error('The sample is too small')
      const [mark] = marksOf(item, 'not_met')
      if (mark) await save(app, item, { marks: [{ ...mark, issueType, note: `Note on ${issueType}` }] })
    }
    const { issueTypes, recentNotes } = await read(app, reviewId)
    // In the places of their digits, whichever were used last.
    expect(issueTypes.slice(0, 3)).toEqual(['Out of date', 'Wrong fact', 'Missing fact'])
    expect(new Set(issueTypes).size).toBe(issueTypes.length)
    expect(recentNotes).toEqual(['Note on Wrong tone', 'Note on Too long'])
  })

  it('keeps the newer state when two windows save it', async () => {
    await using app = await createTestApp()
    const { id: reviewId, items } = await aReview(app.client)
    const item = first(items)
    const newer = await save(app, item, { note: 'Newer' })
    expect(await refusal(save(app, item, { note: 'Older' }))).toMatchObject({ code: 'CONFLICT' })
    expect(await itemOf(app, reviewId, item.id)).toEqual(newer)
  })

  it.each([
    [
      'a standard of another workflow',
      {
        marks: [
          { standardId: 99, verdict: 'met', issueType: null, section: null, sectionId: null, note: '' },
        ],
      },
    ],
    ['a satisfaction of 6', { satisfaction: 6 }],
    ['minutes below zero', { editMinutes: -1 }],
    [
      'an unknown verdict',
      {
        marks: [
          { standardId: 1, verdict: 'great', issueType: null, section: null, sectionId: null, note: '' },
        ],
      },
    ],
  ])('refuses %s', async (_what, patch) => {
    await using app = await createTestApp()
    const { id: reviewId, items } = await aReview(app.client)
    const item = first(items)
    expect(await refusal(save(app, item, patch as ItemPatch))).toMatchObject({ code: 'INVALID_INPUT' })
    expect(await itemOf(app, reviewId, item.id)).toEqual(item)
  })

  it('has its editing by the minutes and by-hand minutes of the draw, and none without minutes', async () => {
    await using app = await createTestApp()
    const { items } = await aReview(app.client, { workflow: minutes })
    const known = await save(app, first(items), { editMinutes: 25 })
    expect(known).toMatchObject({ editing: 1.25, minutesSource: 'estimate' })
    expect(await save(app, known, { editMinutes: null })).toMatchObject({
      editing: null,
      minutesSource: null,
    })
  })
})

describe('setting an output aside', () => {
  it('takes the reserves in the order drawn, then makes the sample smaller', async () => {
    await using app = await createTestApp()
    const review = await aReview(app.client)
    const { reserves } = await app.client.reviews.drawRecord({ reviewId: review.id })
    const drawn: number[] = []
    for (let index = 0; index < 3; index++) {
      const { items } = await read(app, review.id)
      const item = first(items)
      const next = await app.client.reviews.replace({
        itemId: item.id,
        rev: item.rev,
        reason: 'Test message',
      })
      const after = await read(app, review.id)
      drawn.push(first(after.items).output.id)
      expect(next).toEqual({ itemId: first(after.items).id, review: after })
    }
    expect(drawn.slice(0, 2)).toEqual(reserves)
    const after = await read(app, review.id)
    expect(after.items).toHaveLength(9)
    expect(after.draw.reservesLeft).toBe(0)
    expect(after.replaced.map(({ reason, position }) => ({ reason, position }))).toEqual(
      Array.from({ length: 3 }, () => ({ reason: 'Test message', position: 1 })),
    )
  })

  it('is refused for the only output left', async () => {
    await using app = await createTestApp()
    const review = await aReview(app.client, { outputs: 1 })
    const { id, rev } = first(review.items)
    const call = app.client.reviews.replace({ itemId: id, rev, reason: 'Test message' })
    expect(await refusal(call)).toMatchObject({ code: 'INVALID_INPUT' })
    expect(await read(app, review.id)).toEqual(review)
  })

  it('needs a reason and the newest state', async () => {
    await using app = await createTestApp()
    const { items } = await aReview(app.client)
    const { id: itemId, rev } = first(items)
    expect(await refusal(app.client.reviews.replace({ itemId, rev, reason: ' ' }))).toMatchObject({
      code: 'INVALID_INPUT',
      fields: ['reason'],
    })
    expect(await refusal(app.client.reviews.replace({ itemId, rev: rev + 1, reason: 'Test' }))).toMatchObject(
      {
        code: 'CONFLICT',
      },
    )
  })
})
