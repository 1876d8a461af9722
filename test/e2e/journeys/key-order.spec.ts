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
  const hold = await createHolds(page, ['reviews/undo', 'reviews/replace'])
  const { core, month } = await openCompany(page, evenkeel)
  const { id } = await aReview(core, { month })
  const review = createReview(page)
  await createShell(page).open(`/review/${id}`)
  await review.at(1)
  await keyboard.press('a')
  await expect(review.undo).toHaveText(/All met/)

  await test.step('after an undo', async () => {
    const undo = hold('reviews/undo')
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
    const replacing = hold('reviews/replace')
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
  const hold = await createHolds(page, ['foundationReviews/answer', 'foundationReviews/undo'])
  const { core } = await openCompany(page, evenkeel)
  const id = await aFoundationSession(core)
  const review = createFoundationReview(page)
  await createShell(page).open(`/foundation-review/${id}/session`)
  await expect(review.section('Offer')).toBeVisible()

  await test.step('pressed before the answer was stored', async () => {
    const answer = hold('foundationReviews/answer')
    const undo = hold('foundationReviews/undo')
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
    const undo = hold('foundationReviews/undo')
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

/**
 * Keeps back the reply to the next call of a procedure; it has `arrived` once the core has done what was asked.
 * Listening begins before the page is opened: a page that is running hears of it too late for its next call.
 */
async function createHolds(page: Page, procedures: readonly string[]) {
  const network = await page.context().newCDPSession(page)
  const held = new Map<string, (requestId: string) => void>()
  network.on('Fetch.requestPaused', ({ requestId, request }) => {
    const procedure = new URL(request.url).pathname.replace('/api/', '')
    const keep = held.get(procedure) ?? letGo
    held.delete(procedure)
    keep(requestId)
  })
  const letGo = (requestId: string) => network.send('Fetch.continueResponse', { requestId })
  const patterns = procedures.map(
    (procedure) => ({ urlPattern: `*/api/${procedure}`, requestStage: 'Response' }) as const,
  )
  await network.send('Fetch.enable', { patterns })
  return (procedure: (typeof procedures)[number]) => {
    const reply = Promise.withResolvers<string>()
    held.set(procedure, reply.resolve)
    return { arrived: reply.promise, release: async () => letGo(await reply.promise) }
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
