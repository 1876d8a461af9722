import { describe, expect, it } from 'vitest'
import { companyOf0110 } from '../../helpers/company-0110.ts'
import type { TestApp } from '../../helpers/test-app.ts'

const before = 'Offer and prices'
const after = 'Prices and delivery'

async function rename({ client }: TestApp, name: string, to: string) {
  const section = (await client.documents.list({ workflowId: null })).find((each) => each.name === name)
  if (!section) throw new Error(`There is no section ${name}`)
  const { id, verifier, intervalDays } = section
  await client.documents.update({ id, name: to, verifier, intervalDays })
  return id
}

/** The sections of a Foundation review being prepared, with how many issues point to each. */
const cardsOf = async ({ client }: TestApp, id: number) =>
  (await client.foundationReviews.get({ id })).cards.map(({ name, issueCount }) => [name, issueCount])

describe('a Foundation section that is renamed', () => {
  it('keeps every issue of its card', async () => {
    await using app = await companyOf0110()
    const { client } = app
    const attendees = [{ name: 'Dana', role: 'Owner' }]
    const { id } = await client.foundationReviews.prepare({ heldOn: '2026-11-21', attendees })
    const cards = await cardsOf(app, id)
    expect(cards).toContainEqual([before, 15])
    await rename(app, before, after)
    expect(await cardsOf(app, id)).toEqual(
      cards.map(([name, count]) => [name === before ? after : name, count]),
    )
  })

  it('goes by its new name where the present is meant, by the old one in records of the past', async () => {
    await using app = await companyOf0110()
    const { client } = app
    const shown = async () => {
      const { issues } = await client.results.workflow({ workflowId: 2 })
      const { rows } = await client.results.outputs({ workflowId: 2, offset: 0, limit: 200 })
      return [...issues, ...rows.flatMap((row) => row.issues)].map(({ section }) => section)
    }
    const held = async () => (await client.foundationReviews.get({ id: 2 })).cards.map(({ name }) => name)
    const [namesBefore, heldBefore] = [await shown(), await held()]
    expect(namesBefore).toContain(before)
    await rename(app, before, after)
    expect(await shown()).toEqual(namesBefore.map((name) => (name === before ? after : name)))
    expect(await held()).toEqual(heldBefore)
    const actions = await client.foundationReviews.actions({ state: 'all' })
    const names = (isOpen: boolean) =>
      actions.filter(({ state }) => (state === 'open') === isOpen).map(({ sectionName }) => sectionName)
    expect(names(true)).not.toContain(before)
    expect(names(false)).not.toContain(after)
  })

  it('keeps the issues of an open review, which are undone as they were said', async () => {
    await using app = await companyOf0110()
    const { client } = app
    const reviewId = (await client.reviews.session({ month: '2026-11' })).continueReviewId ?? 0
    const read = async () => {
      const item = (await client.reviews.get({ reviewId })).items.find(({ isDone }) => !isDone)
      const mark = item?.marks[0]
      if (!item || !mark) throw new Error('No output is left to judge')
      return { item, mark }
    }
    const say = async (section: string | null) => {
      const { item, mark } = await read()
      const patch = { marks: [{ ...mark, verdict: 'not_met' as const, issueType: 'Wrong fact', section }] }
      await client.reviews.save({ itemId: item.id, rev: item.rev, patch })
    }
    await say(before)
    await say('Tone')
    const id = await rename(app, before, after)
    await client.reviews.undo({ reviewId })
    expect((await read()).mark).toMatchObject({ section: after, sectionId: id })
    await say('Nowhere')
    expect((await read()).mark).toMatchObject({ section: 'Nowhere', sectionId: null })
  })

  it('takes up the issues that named it before it was here', async () => {
    await using app = await companyOf0110()
    const { client } = app
    const id = await rename(app, before, after)
    await client.documents.create({ kind: 'section', workflowId: null, name: before, text: 'New.' })
    const { issues } = await client.results.workflow({ workflowId: 2 })
    expect(issues.map(({ section }) => section)).not.toContain(before)
    expect(
      app.inspect((db) => db.prepare('SELECT count(*) AS n FROM marks WHERE section_id = ?').get(id)),
    ).toEqual({
      n: 70,
    })
  })
})
