import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { aReview, finishReview, judge, marksOf } from '../../helpers/builders.ts'
import { approval, documentsOf } from '../../helpers/documents.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'
import { readBack } from './workbook-reader.ts'

/** The sheets of the export, each as its rows below the header. */
async function exported(app: TestApp, id: number) {
  const { fileId, name } = await app.client.exports.list({
    list: { kind: 'foundation_review', id },
    format: 'xlsx',
  })
  const path = join(mkdtempSync(join(tmpdir(), 'evenkeel-record-')), 'made.xlsx')
  writeFileSync(path, Buffer.from(await (await app.fetch(`/files/${fileId}`)).arrayBuffer()))
  const { sheets } = await readBack(path)
  return { name, sheets: Object.fromEntries(sheets.map((sheet) => [sheet.name, sheet.rows])) }
}

it('is a pre-read before the review is finished and its record afterwards', async () => {
  await using app = await createTestApp()
  const { foundationReviews } = app.client
  const monthly = await aReview(app.client, { month: '2026-10' })
  const [item] = monthly.items
  if (!item) throw new Error('The sample is empty')
  const marks = marksOf(item, ['not_met', 'met', 'met']).map((mark) =>
    mark.verdict === 'not_met' ? { ...mark, section: 'Offer', note: '=1+1' } : mark,
  )
  await judge(app.client, item, { marks })
  await finishReview(app.client, monthly.id)
  const { checked } = documentsOf(app)
  const offer = await checked('Offer', '=HYPERLINK("x")', '2026-09-01')
  await checked('Tone', 'Warm.', '2026-09-02')
  const { id } = await foundationReviews.prepare({
    heldOn: '2026-11-21',
    attendees: [{ name: 'Jonas Weber', role: 'Sales' }],
  })

  const before = await exported(app, id)
  expect(before.name).toBe('evenkeel-foundation-pre-read-2026-11-21.xlsx')
  expect(before.sheets.Sections?.slice(-2)).toEqual([
    [1, 'Offer', '=HYPERLINK("x")', new Date('2026-09-01'), new Date('2026-11-21'), null, 1, null],
    [2, 'Tone', 'Warm.', new Date('2026-09-02'), new Date('2026-11-21'), null, 0, null],
  ])
  expect(before.sheets.Issues?.at(-1)?.slice(0, 6)).toEqual([
    'Offer',
    'Customer replies',
    new Date('2026-10-01'),
    'Accurate',
    'Wrong fact',
    '=1+1',
  ])

  const { cards } = await foundationReviews.start({ id })
  const said = { what: 'New prices', who: 'Jonas Weber', dueOn: '2026-12-05', isParked: false }
  const [first, second] = cards
  if (!first || !second) throw new Error('Two sections take part')
  await foundationReviews.answer({
    id,
    sectionId: first.sectionId,
    rev: first.rev,
    answer: 'change',
    ...said,
  })
  await foundationReviews.confirmQuick({ id, sectionIds: [second.sectionId] })
  const { attendees, actions } = await foundationReviews.finish({ id, nextOn: null })
  await foundationReviews.agree({ id, attendeeId: attendees[0]?.id ?? 0, hasAgreed: true })
  await app.client.documents.saveDraft({ id: offer.id, rev: null, text: 'From 20.', sectionIds: [] })
  const actionIds = actions.map((action) => action.id)
  const published = await app.client.documents.publish({
    id: offer.id,
    ...approval('2026-11-21'),
    actionIds,
  })
  const { number } = published.change

  const after = await exported(app, id)
  const held = new Date('2026-11-21')
  const due = new Date('2026-12-05')
  expect(after.name).toBe('evenkeel-foundation-review-2026-11-21.xlsx')
  expect(after.sheets.Foundation?.slice(-2)).toEqual([
    [held, 'Offer', 'Needs a change', 'New prices', 'Jonas Weber', due, held, number],
    [held, 'Tone', 'Yes', null, null, null, null, null],
  ])
  expect(after.sheets.Attendees?.at(-1)).toEqual(['Jonas Weber', 'Sales', held])
  expect(after.sheets.Actions?.at(-1)).toEqual([
    'Offer',
    'Change',
    'New prices',
    'Jonas Weber',
    due,
    'Done',
    held,
    null,
    number,
  ])
})
