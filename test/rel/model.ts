import type { ReviewItem } from '../../shared/contract/reviews/reviews.ts'
import { aReview, aWorkflow, someOutputs, updateOf } from '../helpers/builders.ts'
import { createTestApp, refusal, type TestApp } from '../helpers/test-app.ts'
import { conclude, options } from './harness.ts'

/**
 * Random calls, right and wrong ones, to the core and to a model of it in memory, with kills in between: whatever
 * the core says and holds must be what the model says. The control forgets one answer in the model; it must differ.
 */

type Judged = Pick<ReviewItem, 'satisfaction' | 'note' | 'isFlagged'> & { rev: number }
type Model = {
  workflows: Map<number, { name: string; purpose: string }>
  outputs: Map<number, number>
  items: Map<number, Judged>
}

const { count, below } = options(10_000)
const failures: string[] = []
const tally = { calls: 0, accepted: 0, refused: 0, kills: 0, compared: 0 }
const model: Model = { workflows: new Map(), outputs: new Map(), items: new Map() }

let app = await createTestApp({ durability: 'full' })
const review = await aReview(app.client, { workflow: { name: 'Reviewed' }, outputs: 40 })
for (const { id, name, purpose } of await app.client.workflows.list()) {
  model.workflows.set(id, { name, purpose })
  model.outputs.set(id, id === review.workflowId ? 40 : 0)
}
for (const item of review.items) model.items.set(item.id, judgedOf(item))

function judgedOf({ satisfaction, note, isFlagged, rev }: ReviewItem): Judged {
  return { satisfaction, note, isFlagged, rev }
}

const anyOf = <T>(values: readonly T[]): T => {
  const value = values[below(values.length)]
  if (value === undefined) throw new Error('Nothing to choose from')
  return value
}

/** What the call ended in must be what the model expects. */
async function expectCode(what: string, call: Promise<unknown>, expected: string): Promise<boolean> {
  const answer = await refusal(call)
  const code = answer === 'accepted' ? answer : answer.code
  if (code !== expected) failures.push(`call ${tally.calls}, ${what}: ${code} instead of ${expected}`)
  tally[code === 'accepted' ? 'accepted' : 'refused'] += 1
  return code === 'accepted'
}

const isTaken = (name: string, but = 0) =>
  [...model.workflows].some(([id, each]) => id !== but && each.name.toLowerCase() === name.toLowerCase())

const calls: (() => Promise<void>)[] = [
  async function create() {
    const name = `Workflow ${below(60)}`
    const call = app.client.workflows.create(aWorkflow({ name, purpose: '' }))
    if (!(await expectCode('create', call, isTaken(name) ? 'INVALID_INPUT' : 'accepted'))) return
    const { id } = await call
    model.workflows.set(id, { name, purpose: '' })
    model.outputs.set(id, 0)
  },
  async function update() {
    const id = anyOf([...model.workflows.keys()])
    const workflow = (await app.client.workflows.list()).find((each) => each.id === id)
    if (!workflow) return void failures.push(`call ${tally.calls}: workflow ${id} is gone`)
    const name = below(3) === 0 ? `workflow ${below(60)}` : workflow.name
    const purpose = `Purpose ${below(1000)}`
    const isStale = below(5) === 0
    const rev = workflow.rev - (isStale ? 1 : 0)
    const call = app.client.workflows.update(updateOf(workflow, { name, purpose, rev }))
    const expected = isStale ? 'CONFLICT' : isTaken(name, id) ? 'INVALID_INPUT' : 'accepted'
    if (await expectCode('update', call, expected)) model.workflows.set(id, { name, purpose })
  },
  async function paste() {
    const workflowId = anyOf([...model.workflows.keys()])
    const pairs = someOutputs(1 + below(4), 1_000_000 + tally.calls * 4)
    const month = `2026-0${1 + below(9)}`
    if (await expectCode('paste', app.client.imports.paste({ workflowId, month, pairs }), 'accepted'))
      model.outputs.set(workflowId, (model.outputs.get(workflowId) ?? 0) + pairs.length)
  },
  async function save() {
    const itemId = anyOf([...model.items.keys()])
    const known = model.items.get(itemId)
    if (!known) return
    const isStale = below(5) === 0 && known.rev > 1
    const patch = { satisfaction: 1 + below(5), note: `Note ${below(1000)}`, isFlagged: below(2) === 0 }
    const rev = known.rev - (isStale ? 1 : 0)
    const call = app.client.reviews.save({ itemId, rev, patch })
    if (!(await expectCode('save', call, isStale ? 'CONFLICT' : 'accepted'))) return
    model.items.set(itemId, { ...patch, rev: (await call).item.rev })
  },
]

/** What differs between the core and the model; null where nothing does. */
async function difference(of: TestApp): Promise<string | null> {
  tally.compared += 1
  const byId = <T>(values: Iterable<[number, T]>) => JSON.stringify([...values].sort(([a], [b]) => a - b))
  const listed = await of.client.workflows.list()
  const workflows = byId(listed.map(({ id, name, purpose }) => [id, { name, purpose }]))
  if (workflows !== byId(model.workflows)) return `workflows ${workflows}, expected ${byId(model.workflows)}`
  const { items } = await of.client.reviews.get({ reviewId: review.id })
  const judged = byId(items.map((item) => [item.id, judgedOf(item)]))
  if (judged !== byId(model.items)) return `answers ${judged}, expected ${byId(model.items)}`
  const counted = of.inspect((db) =>
    db
      .prepare<[], [number, number]>(
        'SELECT id, (SELECT count(*) FROM outputs o WHERE o.workflow_id = w.id) FROM workflows w',
      )
      .raw()
      .all(),
  )
  const outputs = byId(counted)
  return outputs === byId(model.outputs) ? null : `outputs ${outputs}, expected ${byId(model.outputs)}`
}

async function compare() {
  const found = await difference(app)
  if (found !== null) failures.push(`after call ${tally.calls}: ${found.slice(0, 600)}`)
}

/** Goes on with what a SIGKILL at this instant leaves. */
async function kill() {
  const killed = await app.reopenAsKilled()
  await app.dispose()
  app = killed
  tally.kills += 1
  await compare()
}

for (; tally.calls < count && failures.length === 0; tally.calls += 1) {
  await anyOf(calls)()
  if (below(100) === 0) await kill()
  else if (below(50) === 0) await compare()
}
await kill()
const [itemId, kept] = [...model.items][0] ?? [0, undefined]
if (kept) model.items.set(itemId, { ...kept, note: 'forgotten' })
const seen = (await difference(app)) === null ? 0 : 1
await app.dispose()
conclude({
  ...{ promise: 'rel:model', cases: tally.calls, failures, table: { calls: tally } },
  control: { what: 'one answer forgotten by the model', seen },
})
