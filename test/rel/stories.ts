import { anthropic } from '../../electron/core/ai/anthropic/provider.ts'
import type { AiProvider } from '../../electron/core/ai/port.ts'
import { createMemoryKeys } from '../../electron/core/key-store.ts'
import type { ItemState } from '../../shared/contract/reviews/item-state.ts'
import type { ReviewItem } from '../../shared/contract/reviews/reviews.ts'
import { aReview, aWorkflow, finishReview, judge, marksOf, someOutputs, toCsv } from '../helpers/builders.ts'
import { approval, documentsOf } from '../helpers/documents.ts'
import { aSetUpTest, aTestedWorkflow } from '../helpers/model-tests.ts'
import type { TestApp } from '../helpers/test-app.ts'
import type { Fact } from './sound.ts'

/** Called when an answer came back: from here on it must never be lost. */
export type Acknowledge = (fact: Fact) => void

/**
 * Work that an owner does. `prepare` makes what it begins on and returns its id; `round` does one piece of it, every
 * `number` another, also after a restart.
 */
export type Story = {
  prepare: (app: TestApp) => Promise<number>
  round: (app: TestApp, id: number, number: number, acknowledge: Acknowledge) => Promise<void>
}

const review: Story = {
  async prepare({ client }) {
    return (await aReview(client)).id
  },
  async round({ client }, reviewId, number, acknowledge) {
    const { items } = await client.reviews.get({ reviewId })
    const item = items[number % items.length]
    if (!item) return
    const patch = answerTo(item, number)
    await client.reviews.save({ itemId: item.id, rev: item.rev, patch })
    acknowledge([
      "SELECT EXISTS (SELECT 1 FROM audit WHERE action = 'judge' AND entity_id = ? AND after = ?)",
      ...[String(item.id), JSON.stringify(patch)],
    ])
  },
}

function answerTo(item: ReviewItem, number: number): ItemState {
  const { ratedBy, editMinutes, minutesSource, isFlagged } = item
  return {
    marks: marksOf(item, number % 3 === 0 ? 'not_met' : 'met'),
    satisfaction: 1 + (number % 5),
    ...{ ratedBy, editMinutes, minutesSource, isFlagged: !isFlagged, note: String(number), isDone: true },
  }
}

const checklist: Story = {
  async prepare(app) {
    const { section } = documentsOf(app)
    for (const name of ['Offer', 'Tone', 'Rules', 'Prices', 'People'])
      await section(name, `${name} as it is.`, '2026-09-01')
    const attendees = [{ name: 'Jonas Weber', role: 'Sales' }]
    const { id } = await app.client.foundationReviews.prepare({ heldOn: app.clock.today(), attendees })
    return (await app.client.foundationReviews.start({ id })).id
  },
  async round({ client }, id, number, acknowledge) {
    const { cards } = await client.foundationReviews.get({ id })
    const card = cards[number % cards.length]
    if (!card) return
    const { sectionId, rev } = card
    const what = `To change ${number}`
    const fields = {
      answer: 'change',
      what,
      who: 'Jonas Weber',
      dueOn: '2026-12-05',
      isParked: false,
    } as const
    await client.foundationReviews.answer({ id, sectionId, rev, ...fields })
    // A later answer to the same section has a higher number.
    acknowledge([
      'SELECT CAST(substr(what, 11) AS INTEGER) >= ? FROM review_cards WHERE review_id = ? AND section_id = ?',
      ...[number, id, sectionId],
    ])
  },
}

const imports: Story = {
  async prepare({ client }) {
    return (await client.workflows.create(aWorkflow())).id
  },
  async round(app, workflowId, number, acknowledge) {
    const pairs = someOutputs(40, 1 + number * 40)
    const { id } =
      number % 2 === 0
        ? await app.client.imports.paste({ workflowId, month: '2026-11', pairs })
        : await app.importFile(`outputs ${number}.csv`, toCsv(pairs), { workflowId })
    acknowledge([
      `SELECT state = 'done' AND kept_count = 40
        AND (SELECT count(*) FROM outputs o WHERE o.import_id = i.id) = 40 FROM imports i WHERE id = ?`,
      id,
    ])
  },
}

const finishes: Story = {
  prepare: async () => 0,
  async round({ client }, _, number, acknowledge) {
    const workflow = { name: `Workflow ${number}`, sampleSize: 3 }
    const { id, items } = await aReview(client, { workflow, outputs: 4 })
    for (const item of items) {
      await judge(client, item, { note: `Seen ${number}` })
      acknowledge(['SELECT note = ? FROM review_items WHERE id = ?', `Seen ${number}`, item.id])
    }
    await finishReview(client, id)
    acknowledge(["SELECT state = 'finished' AND reviewed_count = 3 FROM reviews WHERE id = ?", id])
  },
}

const publications: Story = {
  async prepare(app) {
    return (await documentsOf(app).section('Tone', 'Warm.', '2026-03-01')).id
  },
  async round({ client }, id, number, acknowledge) {
    const text = `Wording ${number}`
    const draft = (await client.documents.get({ id })).draft
    await client.documents.saveDraft({ id, rev: draft?.rev ?? null, text, sectionIds: [] })
    const { version } = await client.documents.publish({ id, ...approval('2026-11-01') })
    if (!version) throw new Error('Nothing was published')
    acknowledge(['SELECT text = ? FROM versions WHERE id = ?', text, version.id])
  },
}

const runs: Story = {
  prepare: (app) => aTestedWorkflow(app, 4),
  async round({ client }, workflowId, number, acknowledge) {
    const test = await aSetUpTest(client, [workflowId], `model-${number}`)
    const { id } = await client.modelTests.lock({ id: test.id })
    await client.modelTests.startRun({ id, cap: null })
    for (let done = 0; done < 8; ) {
      const cells = (await client.modelTests.grid({ id })).flatMap(({ current, candidate }) => [
        current,
        candidate,
      ])
      const there = cells.filter(({ hasOutput }) => hasOutput).length
      if (there > done)
        acknowledge([
          'SELECT count(*) >= ? FROM test_outputs o JOIN test_inputs i ON i.id = o.input_id WHERE i.test_id = ?',
          ...[there, id],
        ])
      done = there
    }
  },
}

export const stories = { review, checklist, imports, finishes, publications, runs }
export type StoryName = keyof typeof stories

/** Answers at once, without a network. */
const answering: AiProvider = {
  ...anthropic,
  connect: () => ({
    async ask({ input }) {
      const counted = { inputTokens: 10, outputTokens: 10, milliseconds: 1 }
      return { text: `An answer to ${input}`, stopReason: 'end_turn', requestId: null, ...counted }
    },
    count: async ({ input }) => input.length,
    models: async () => [],
  }),
}

/** What every app of these stories is opened with. */
export const surroundings = {
  providers: [answering],
  keys: () => createMemoryKeys('sk-ant-canary-0123456789abcdef'),
  durability: 'full',
} as const
