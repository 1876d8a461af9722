import { describe, expect, it } from 'vitest'
import { documentsOf } from '../../helpers/documents.ts'
import { aCollectedTest, aTestedWorkflow } from '../../helpers/model-tests.ts'
import { createTestApp, refusal, type TestApp } from '../../helpers/test-app.ts'

const nothing = { answer: null, what: '', who: '', dueOn: null, isParked: false } as const

async function aFoundationSession(app: TestApp) {
  const { checked } = documentsOf(app)
  for (const name of ['Offer', 'Tone', 'Rules']) await checked(name, `${name} as it is.`, '2026-09-01')
  const attendees = [{ name: 'Jonas Weber', role: '' }]
  const { id } = await app.client.foundationReviews.prepare({ heldOn: app.clock.today(), attendees })
  return app.client.foundationReviews.start({ id })
}

describe('undo in a Foundation review', () => {
  const saidOf = async (app: TestApp, id: number) =>
    (await app.client.foundationReviews.get({ id })).cards.map(({ answer, what, dueOn, isParked }) => {
      return { answer, what, dueOn, isParked }
    })

  it('takes back answer after answer across a restart, and leaves the words typed since', async () => {
    await using app = await createTestApp()
    const { id, cards } = await aFoundationSession(app)
    const [sectionId = 0, parked = 0] = cards.map((card) => card.sectionId)
    const answer = async (said: object, of = sectionId) => {
      const card = (await app.client.foundationReviews.get({ id })).cards.find((c) => c.sectionId === of)
      const { rev = 0 } = card ?? {}
      return app.client.foundationReviews.answer({ id, sectionId: of, rev, ...nothing, ...said })
    }
    expect(await answer({ answer: 'yes' })).toMatchObject({ undoLabel: 'Offer: Still true' })
    expect(await answer({ answer: 'change', dueOn: '2026-12-05' })).toMatchObject({
      undoLabel: 'Offer: Needs change',
    })
    const typed = await answer({ answer: 'change', dueOn: '2026-12-05', what: 'New prices' })
    expect(typed).toMatchObject({ undoLabel: 'Offer: Needs change', card: { what: 'New prices' } })
    expect(await answer({ isParked: true }, parked)).toMatchObject({ undoLabel: 'Park Tone' })
    await app.restart()

    const undo = () => app.client.foundationReviews.undo({ id })
    expect(await undo()).toMatchObject({ label: 'Park Tone', sectionIds: [parked] })
    expect(await undo()).toMatchObject({
      label: 'Offer: Needs change',
      sectionIds: [sectionId],
      review: { undoLabel: 'Offer: Still true' },
    })
    expect((await saidOf(app, id))[0]).toEqual({
      ...{ answer: 'yes', what: 'New prices', dueOn: null, isParked: false },
    })
    await undo()
    expect(await saidOf(app, id)).toMatchObject([{ answer: null, what: 'New prices' }, {}, {}])
    expect(await refusal(undo())).toMatchObject({ code: 'CONFLICT' })
  })

  it('takes back the sections confirmed together at once, and only those', async () => {
    await using app = await createTestApp()
    const { id, cards } = await aFoundationSession(app)
    const sectionIds = cards.map(({ sectionId }) => sectionId)
    const [first, ...others] = cards
    if (!first) throw new Error('No section')
    const { sectionId, rev } = first
    await app.client.foundationReviews.answer({ id, sectionId, rev, ...nothing, answer: 'unsure' })
    const confirmed = await app.client.foundationReviews.confirmQuick({ id, sectionIds })
    expect(confirmed.undoLabel).toBe('All still true')
    const { review, ...undone } = await app.client.foundationReviews.undo({ id })
    expect(undone).toEqual({ label: 'All still true', sectionIds: others.map((card) => card.sectionId) })
    expect(review.cards.map(({ answer }) => answer)).toEqual(['unsure', null, null])
    expect(review.undoLabel).toBe('Offer: Not sure')
  })

  it('makes a window that did not see it refresh before it saves', async () => {
    await using app = await createTestApp()
    const { id, cards } = await aFoundationSession(app)
    const { sectionId = 0, rev = 0 } = cards[0] ?? {}
    const { answer } = app.client.foundationReviews
    const { card } = await answer({ id, sectionId, rev, ...nothing, answer: 'yes' })
    await app.client.foundationReviews.undo({ id })
    const late = answer({ id, sectionId, rev: card.rev, ...nothing, answer: 'change' })
    expect(await refusal(late)).toMatchObject({ code: 'CONFLICT' })
  })

  it('beside an answer on its way takes back the one that came before it, and never both or none', async () => {
    await using app = await createTestApp()
    const { id, cards } = await aFoundationSession(app)
    const { sectionId = 0, rev = 0 } = cards[0] ?? {}
    const { answer, undo, get } = app.client.foundationReviews
    const now = async () => (await get({ id })).cards[0]

    const [saved, undone] = await Promise.all([
      answer({ id, sectionId, rev, ...nothing, answer: 'unsure' }),
      undo({ id }),
    ])
    expect([saved.card.answer, undone.label]).toEqual(['unsure', 'Offer: Not sure'])
    expect(await now()).toMatchObject({ answer: null, rev: saved.card.rev + 1 })

    const { card } = await answer({ id, sectionId, rev: saved.card.rev + 1, ...nothing, answer: 'yes' })
    const [first, overtaken] = await Promise.all([
      undo({ id }),
      refusal(answer({ id, sectionId, rev: card.rev, ...nothing, answer: 'unsure' })),
    ])
    expect(first.label).toBe('Offer: Still true')
    expect(overtaken).toMatchObject({ code: 'CONFLICT' })
    expect(await now()).toMatchObject({ answer: null, rev: card.rev + 1 })
  })
})

describe('undo in a blind comparison', () => {
  it('takes back verdicts and marks across a restart, and leaves the note typed since', async () => {
    await using app = await createTestApp()
    const { id } = await aCollectedTest(app.client, [await aTestedWorkflow(app, 2)])
    const { nextPairId } = await app.client.modelTests.startJudging({ id })
    const pairId = nextPairId ?? 0
    const judge = async (said: object) => {
      const { rev, verdict, leftFails, rightFails, note } = await app.client.modelTests.pair({ pairId })
      const judgement = { pairId, rev, verdict, leftFails, rightFails, note, seconds: 0, ...said }
      return (await app.client.modelTests.judge(judgement)).state.undoLabel
    }
    expect(await judge({ verdict: 'left' })).toBe('Left is better')
    expect(await judge({ rightFails: true })).toBe('Must-pass failure, right')
    expect(await judge({ note: 'The price is wrong.' })).toBe('Must-pass failure, right')
    await app.restart()

    const undo = () => app.client.modelTests.undoJudgement({ id })
    expect(await undo()).toMatchObject({
      label: 'Must-pass failure, right',
      pair: { id: pairId, verdict: 'left', rightFails: false, note: 'The price is wrong.' },
      state: { judged: 1, undoLabel: 'Left is better' },
    })
    expect(await undo()).toMatchObject({
      label: 'Left is better',
      pair: { verdict: null, note: 'The price is wrong.' },
      state: { judged: 0, undoLabel: null, nextPairId: pairId },
    })
    expect(await refusal(undo())).toMatchObject({ code: 'CONFLICT' })
  })

  it('is over once the names are shown', async () => {
    await using app = await createTestApp()
    const { id } = await aCollectedTest(app.client, [await aTestedWorkflow(app, 2)])
    const { nextPairId } = await app.client.modelTests.startJudging({ id })
    const said = { leftFails: false, rightFails: false, note: '', seconds: 0 }
    await app.client.modelTests.judge({ pairId: nextPairId ?? 0, rev: 1, verdict: 'left', ...said })
    await app.client.modelTests.reveal({ id })
    expect(await refusal(app.client.modelTests.undoJudgement({ id }))).toMatchObject({
      message: 'The names are revealed, so the verdicts stay as they are.',
    })
  })
})
