import type { Page } from '@playwright/test'
import { aReview } from '../../helpers/builders.ts'
import type { CoreClient } from '../core-client.ts'
import { expect, test } from '../fixtures.ts'
import { createFoundationReview } from '../pages/foundation-review.ts'
import { createReview } from '../pages/review.ts'
import { createShell } from '../pages/shell.ts'
import { openCompany } from '../prepare.ts'

const standards = ['Accurate', 'Right tone', 'Safe to send, must-pass']

test('keys pressed while an undo or a set-aside runs come after it, in their order', async ({
  page,
  evenkeel,
  keyboard,
}) => {
  const { core, month } = await openCompany(page, evenkeel)
  const { id } = await aReview(core, { month })
  const review = createReview(page)
  await createShell(page).open(`/review/${id}`)
  await review.at(1)
  await keyboard.press('a')
  await expect(review.undo).toHaveText(/All met/)

  await test.step('after an undo', async () => {
    const undo = await hold(page, 'reviews/undo')
    await keyboard.press('ControlOrMeta+z', 'a', '3')
    await undo.release()
    await expect(review.undo).toHaveText(/Satisfaction 3/)
    expect(new Set(Object.values(await review.marks(standards)))).toEqual(new Set(['met']))
  })

  await test.step('after an output was set aside', async () => {
    await keyboard.press('Enter')
    await review.at(2)
    await keyboard.press('s')
    await expect(review.dialog).toBeVisible()
    const replacing = await hold(page, 'reviews/replace')
    await keyboard.press('Space', 'Enter', 'a', '4')
    await replacing.release()
    await expect(review.undo).toHaveText(/Satisfaction 4/)
    await review.at(2)
  })

  const { items } = await core.reviews.get({ reviewId: id })
  const met = ({ marks }: (typeof items)[number]) => marks.filter(({ verdict }) => verdict === 'met').length
  expect(items.slice(0, 3).map((item) => [item.satisfaction, met(item)])).toEqual([
    [3, standards.length],
    [4, standards.length],
    [null, 0],
  ])
})

test('an answer of a Foundation review is taken back whichever reply comes first', async ({
  page,
  evenkeel,
  keyboard,
}) => {
  const { core } = await openCompany(page, evenkeel)
  const id = await aFoundationSession(core)
  const review = createFoundationReview(page)
  await createShell(page).open(`/foundation-review/${id}/session`)
  await expect(review.section('Offer')).toBeVisible()

  await test.step('pressed before the answer was stored', async () => {
    const answer = await hold(page, 'foundationReviews/answer')
    const undo = await hold(page, 'foundationReviews/undo')
    await keyboard.press('u', 'Escape', 'ControlOrMeta+z')
    await expect(review.answer('Not sure')).toBeChecked()
    await answer.release()
    await undo.release()
    await expect(review.answer('Not sure')).not.toBeChecked()
    await expect(review.undo).toHaveCount(0)
  })

  await test.step('with something else said before the undo has answered', async () => {
    await keyboard.press('u', 'Escape')
    await expect(review.undo).toHaveText(/Not sure/)
    const undo = await hold(page, 'foundationReviews/undo')
    await keyboard.press('ControlOrMeta+z')
    await undo.arrived
    await review.answer('Needs change').check()
    await undo.release()
    await expect(review.undo).toHaveText(/Needs change/)
    await expect(review.answer('Needs change')).toBeChecked()
    await expect(page.getByRole('alert')).toHaveCount(0)
  })
  const { cards } = await core.foundationReviews.get({ id })
  expect(cards[0]).toMatchObject({ name: 'Offer', answer: 'change' })

  await test.step('also after the window was loaded again', async () => {
    await page.reload()
    await expect(review.answer('Needs change')).toBeChecked()
    await keyboard.press('ControlOrMeta+z')
    await expect(review.answer('Needs change')).not.toBeChecked()
    await expect(review.undo).toHaveCount(0)
  })
})

/** Keeps back the reply to the next call of a procedure; it has `arrived` once the core has done what was asked. */
async function hold(page: Page, procedure: string) {
  const network = await page.context().newCDPSession(page)
  const reply = Promise.withResolvers<string>()
  network.on('Fetch.requestPaused', ({ requestId }) => reply.resolve(requestId))
  const pattern = { urlPattern: `*/api/${procedure}`, requestStage: 'Response' } as const
  await network.send('Fetch.enable', { patterns: [pattern] })
  return {
    arrived: reply.promise,
    async release() {
      await network.send('Fetch.continueResponse', { requestId: await reply.promise })
      await network.detach()
    },
  }
}

/** A session at the only section there is, which nobody has published yet. */
async function aFoundationSession(core: CoreClient): Promise<number> {
  const document = { kind: 'section', workflowId: null, name: 'Offer', text: 'What we sell.' } as const
  const { id: documentId, draft } = await core.documents.create(document)
  if (!draft)
    await core.documents.saveDraft({ id: documentId, rev: null, text: document.text, sectionIds: [] })
  const { today } = await core.company.get()
  const attendees = [{ name: 'Jonas Weber', role: 'Sales' }]
  const { id } = await core.foundationReviews.prepare({ heldOn: today, attendees })
  return (await core.foundationReviews.start({ id })).id
}
