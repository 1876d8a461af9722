import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { expect, it } from 'vitest'
import { verifyChain } from '../../../electron/core/db/audit.ts'
import type { ItemState, Mark } from '../../../shared/contract/reviews/item-state.ts'
import type { Review } from '../../../shared/contract/reviews/reviews.ts'
import { aReview } from '../../helpers/builders.ts'
import { runs } from '../../helpers/runs.ts'
import { createTestApp, refusal, type TestApp } from '../../helpers/test-app.ts'

const operations = runs(4000)
const seed = 20261121

type Item = { id: number; position: number; state: ItemState }
/** What a review should hold: the outputs in order, the reserves in order, and how to go back. */
type Model = { items: Item[]; reserves: number[]; history: { items: Item[]; reserves: number[] }[] }

function createDice(seed: number) {
  const generator = xoroshiro128plus(seed)
  const below = (limit: number) => uniformInt(generator, 0, limit - 1)
  return {
    below,
    pick<T>(list: readonly T[]): T {
      const found = list[below(list.length)]
      if (found === undefined) throw new Error('Nothing to pick from')
      return found
    },
  }
}

type Dice = ReturnType<typeof createDice>

const emptyState = (standardIds: readonly number[]): ItemState => ({
  marks: standardIds.map((standardId) => ({
    standardId,
    verdict: null,
    issueType: null,
    section: null,
    sectionId: null,
    note: '',
  })),
  satisfaction: null,
  ratedBy: 'reviewer',
  editMinutes: null,
  minutesSource: null,
  isFlagged: false,
  note: '',
  isDone: false,
})

function randomMark(mark: Mark, { pick }: Dice): Mark {
  return {
    ...mark,
    verdict: pick(['met', 'not_met', 'not_applicable', null]),
    issueType: pick(['Wrong fact', 'Too long', null]),
    section: pick(['Tone', null]),
    sectionId: null,
    note: pick(['', 'Old price', '価格 😀']),
  }
}

function randomPatch(state: ItemState, dice: Dice): Partial<ItemState> {
  const { below, pick } = dice
  return pick<() => Partial<ItemState>>([
    () => ({ marks: state.marks.map((mark) => ({ ...mark, verdict: 'met' as const })) }),
    () => ({ marks: state.marks.filter(() => below(2) === 0).map((mark) => randomMark(mark, dice)) }),
    () => ({ satisfaction: pick([1, 2, 3, 4, 5, null]), ratedBy: pick(['user', 'reviewer'] as const) }),
    () => ({
      editMinutes: pick([0, 2.5, 30, null]),
      minutesSource: pick(['person', 'estimate', null] as const),
    }),
    () => ({ isFlagged: below(2) === 0 }),
    () => ({ note: pick(['', 'A', 'B\nC', '😀']) }),
    () => ({ isDone: true }),
    () => ({ isDone: false }),
  ])()
}

const isComplete = ({ marks }: ItemState) =>
  marks.every(({ verdict, issueType }) => verdict !== null && (verdict !== 'not_met' || issueType !== null))

/** The state after a patch, or null where it must be refused. */
function patched(state: ItemState, patch: Partial<ItemState>): ItemState | null {
  const marks = state.marks
    .map((mark) => patch.marks?.find(({ standardId }) => standardId === mark.standardId) ?? mark)
    .map((mark) =>
      mark.verdict === 'not_met'
        ? mark
        : { ...mark, issueType: null, section: null, sectionId: null, note: '' },
    )
  const next = { ...state, ...patch, marks }
  const minutesSource = next.editMinutes === null ? null : (next.minutesSource ?? 'estimate')
  if (patch.isDone && !isComplete(next)) return null
  return { ...next, minutesSource, isDone: next.isDone && isComplete(next) }
}

const copy = ({ items, reserves }: Model) => structuredClone({ items, reserves })

function seen(review: Review): Pick<Model, 'items'> {
  return {
    items: review.items.map(
      ({ id, position, output: _o, rev: _r, editing: _e, wordsChanged: _w, wordsLonger: _l, ...state }) => ({
        id,
        position,
        state,
      }),
    ),
  }
}

async function step(app: TestApp, reviewId: number, model: Model, dice: Dice): Promise<void> {
  const { reviews } = app.client
  const kind = dice.below(100)
  if (kind < 25) {
    const before = model.history.pop()
    const answer = await refusal(reviews.undo({ reviewId }))
    expect(answer).toEqual(before ? 'accepted' : expect.objectContaining({ code: 'CONFLICT' }))
    if (before) Object.assign(model, before)
    return
  }
  const item = dice.pick(model.items)
  const rev = (await reviews.get({ reviewId })).items.find(({ id }) => id === item.id)?.rev ?? 0
  const before = copy(model)
  if (kind < 28) {
    const answer = await refusal(reviews.replace({ itemId: item.id, rev, reason: 'Random' }))
    const reserve = model.reserves.shift()
    const isOnlyOne = model.items.length === 1 && reserve === undefined
    expect(answer).toEqual(isOnlyOne ? expect.objectContaining({ code: 'INVALID_INPUT' }) : 'accepted')
    if (isOnlyOne) return
    const place = model.items.indexOf(item)
    const standardIds = item.state.marks.map(({ standardId }) => standardId)
    const next =
      reserve === undefined ? [] : [{ id: reserve, position: item.position, state: emptyState(standardIds) }]
    model.items.splice(place, 1, ...next)
    model.history.push(before)
    return
  }
  const patch = randomPatch(item.state, dice)
  const isStale = dice.below(20) === 0
  const after = isStale ? null : patched(item.state, patch)
  const answer = await refusal(reviews.save({ itemId: item.id, rev: isStale ? rev + 1 : rev, patch }))
  expect(answer === 'accepted').toBe(after !== null)
  if (after === null) return
  const hasChanged = JSON.stringify(sorted(after)) !== JSON.stringify(sorted(item.state))
  item.state = after
  if (hasChanged) model.history.push(before)
}

const sorted = (state: ItemState) =>
  Object.entries(state).sort(([first], [second]) => first.localeCompare(second))

it(`random choices, undos and reopenings leave what a simple model says (seed ${seed})`, async () => {
  const dice = createDice(seed)
  let app = await createTestApp()
  const review = await aReview(app.client, { workflow: { measure: 'minutes', byHandMinutes: 20 } })
  const reserveIds = app.inspect((db) =>
    db.prepare("SELECT id FROM review_items WHERE state = 'reserve' ORDER BY position").pluck().all(),
  ) as number[]
  const model: Model = { ...seen(review), reserves: reserveIds, history: [] }
  for (let count = 1; count <= operations; count++) {
    await step(app, review.id, model, dice)
    if (count % 100 === 0)
      expect(seen(await app.client.reviews.get({ reviewId: review.id }))).toEqual({ items: model.items })
    if (count % 250 === 0) await app.restart()
    if (count % 400 === 0) {
      const next = await app.reopenAsKilled()
      await app.dispose()
      app = next
    }
  }
  expect(seen(await app.client.reviews.get({ reviewId: review.id }))).toEqual({ items: model.items })
  expect(app.inspect(verifyChain)).toMatchObject({ ok: true })
  expect(app.inspect((db) => db.pragma('integrity_check', { simple: true }))).toBe('ok')
  while (model.history.length > 0) {
    await app.client.reviews.undo({ reviewId: review.id })
    Object.assign(model, model.history.pop())
  }
  expect(seen(await app.client.reviews.get({ reviewId: review.id }))).toEqual(seen(review))
  await app.dispose()
})
