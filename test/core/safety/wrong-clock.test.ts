import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { writeZip } from '../../../electron/core/export/pack/zip.ts'
import { aReview } from '../../helpers/builders.ts'
import { documentsOf } from '../../helpers/documents.ts'
import { createTestApp, refusal, type TestApp, temporaryFolder } from '../../helpers/test-app.ts'
import { bytesOf } from '../export/workbook-reader.ts'

const names = { name: 'Nordwind', ownerName: 'Anna' }
let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})
afterEach(() => app.dispose())

async function holdFoundationReview() {
  const { foundationReviews } = app.client
  const { id } = await foundationReviews.prepare({ heldOn: app.clock.today(), attendees: [] })
  const [card] = (await foundationReviews.start({ id })).cards
  if (!card) throw new Error('There is no section')
  const said = { answer: 'yes' as const, what: '', who: '', dueOn: null, isParked: false }
  await foundationReviews.answer({ id, sectionId: card.sectionId, rev: card.rev, ...said })
  await foundationReviews.finish({ id, nextOn: null })
}

it('no company is set up on a day that cannot be', async () => {
  app.clock.moveTo('1970-01-01')
  expect(await refusal(app.client.company.create(names))).toMatchObject({
    message: "This computer's clock says 1 January 1970. Set it right, then set up your company.",
  })
})

it('Home doubts a clock that leaps, until it is right again', async () => {
  await app.client.company.create(names)
  const doubts = async () => (await app.client.company.get()).troubles.filter((each) => /clock/.test(each))
  expect(await doubts()).toEqual([])
  app.clock.moveTo('2025-11-21')
  await app.restart()
  expect(await doubts()).toEqual([expect.stringContaining('says 21 November 2025')])
  app.clock.moveTo('2026-11-22')
  await app.restart()
  expect(await doubts()).toEqual([])
})

it('a Foundation review held in 2099 keeps none from being due', async () => {
  await app.client.company.create(names)
  await documentsOf(app).section('Tone', 'Warm.', '2026-09-01')
  await aReview(app.client)
  const dueOn = async () => (await app.client.foundationReviews.plan()).dueOn
  const before = await dueOn()
  app.clock.moveTo('2099-11-21')
  await holdFoundationReview()
  app.clock.moveTo('2026-11-22')
  expect(await dueOn()).toBe(before)
})

it.each(['1970-01-01', '2150-01-01'])('a .zip can be made on %s', async (day) => {
  const path = join(temporaryFolder(), 'all.zip')
  const content = async () => Buffer.from('Text')
  await writeZip(path, [{ name: 'a.txt', content }], { date: new Date(`${day}T09:30:00.000Z`) })
  expect([...(await bytesOf(path))]).toEqual([['a.txt', Buffer.from('Text')]])
})
