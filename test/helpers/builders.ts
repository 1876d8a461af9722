import type { Mark, Verdict } from '../../shared/contract/reviews/item-state.ts'
import type { ItemPatch, Review, ReviewItem } from '../../shared/contract/reviews/reviews.ts'
import type { Workflow } from '../../shared/contract/workflows.ts'
import type { Client } from './test-app.ts'

type NewWorkflow = Parameters<Client['workflows']['create']>[0]
type Pair = Parameters<Client['imports']['paste']>[0]['pairs'][number]

/** A workflow measured by text, with three standards of which the last is must-pass. */
export function aWorkflow(overrides: Partial<NewWorkflow> = {}): NewWorkflow {
  return {
    name: 'Customer replies',
    purpose: 'Drafts answers to customer e-mails.',
    processOwner: 'Jonas Weber',
    vendor: 'Anthropic',
    model: 'claude-sonnet-4',
    stage: 'production',
    goLiveOn: '2026-03-04',
    retiredOn: null,
    monthlyVolume: 600,
    byHandMinutes: null,
    measure: 'text',
    targetLine: 0.15,
    updateLine: 0.2,
    sampleSize: 10,
    standards: [
      { name: 'Accurate', description: 'Every fact is right.', isMustPass: false },
      { name: 'Right tone', description: '', isMustPass: false },
      { name: 'Safe to send', description: '', isMustPass: true },
    ],
    ...overrides,
  }
}

/** Retires a workflow; `on` is its last day in use. */
export async function retire(client: Client, id: number, on: string) {
  const workflow = await client.workflows.get({ id })
  const said = { stage: 'retired', retiredOn: on, reason: 'Replaced by a shop plug-in' } as const
  return client.workflows.update(updateOf(workflow, said))
}

/** The fields of a workflow as an update sends them back. */
export function updateOf(
  workflow: Workflow,
  changes: Partial<Parameters<Client['workflows']['update']>[0]> = {},
) {
  const { createdAt: _createdAt, hasReviews: _hasReviews, ...fields } = workflow
  return { ...fields, reason: '', ...changes }
}

const tenWords = 'one two three four five six seven eight nine ten'

/** `n` different outputs; number k has k % 11 of its ten counted words changed in the final version. */
export function someOutputs(n: number, first = 1): Pair[] {
  return Array.from({ length: n }, (_, index) => {
    const number = first + index
    const words = tenWords.split(' ')
    const changed = words.map((word, at) => (at < number % 11 ? `new${word}` : word))
    return {
      request: `Request ${number}`,
      aiText: `${tenWords} case${number}`,
      finalText: `${changed.join(' ')} case${number}`,
    }
  })
}

/** CSV with the fields as columns, every value quoted. */
export function toCsv(rows: readonly Record<string, string | number | null>[]): string {
  const names = Object.keys(rows[0] ?? {})
  const cell = (value: string | number | null | undefined) => `"${String(value ?? '').replaceAll('"', '""')}"`
  return [names, ...rows.map((row) => names.map((name) => row[name]))]
    .map((cells) => cells.map(cell).join(','))
    .join('\r\n')
}

type ReviewOptions = { workflow?: Partial<NewWorkflow>; outputs?: number; month?: string }

/** A workflow with pasted outputs and a drawn sample. */
export async function aReview(
  client: Client,
  { workflow, outputs = 30, month = '2026-11' }: ReviewOptions = {},
) {
  const { id } = await client.workflows.create(aWorkflow(workflow))
  return drawMonth(client, id, month, outputs)
}

/** Pastes outputs into a month and draws its sample. */
export async function drawMonth(
  client: Client,
  workflowId: number,
  month: string,
  outputs = 30,
): Promise<Review> {
  // Other outputs in every month: the same one again would be known already.
  const first = 1 + 1000 * Number(month.replace('-', ''))
  await client.imports.paste({ workflowId, month, pairs: someOutputs(outputs, first) })
  const { reviewId } = await client.reviews.draw({ workflowId, month })
  return client.reviews.get({ reviewId })
}

/** The output a review begins with. */
export function first(items: readonly ReviewItem[]): ReviewItem {
  const [item] = items
  if (!item) throw new Error('The sample is empty')
  return item
}

/** Marks with the same verdict for every standard, or one each. */
export function marksOf(item: Pick<ReviewItem, 'marks'>, verdicts: Verdict | readonly Verdict[]): Mark[] {
  return item.marks.map((mark, index) => {
    const verdict = (typeof verdicts === 'string' ? verdicts : verdicts[index]) ?? 'met'
    return { ...mark, verdict, issueType: verdict === 'not_met' ? 'Wrong fact' : null }
  })
}

/** Saves one output as done: all met, unless `patch` says otherwise. */
export async function judge(client: Client, item: ReviewItem, patch: ItemPatch = {}): Promise<ReviewItem> {
  const saved = await client.reviews.save({
    itemId: item.id,
    rev: item.rev,
    patch: { marks: marksOf(item, 'met'), isDone: true, ...patch },
  })
  return { ...saved.item, output: item.output }
}

/** Judges every output that is not done and finishes the review. */
export async function finishReview(client: Client, reviewId: number): Promise<Review> {
  const { items } = await client.reviews.get({ reviewId })
  for (const item of items) if (!item.isDone) await judge(client, item)
  return client.reviews.finish({ reviewId })
}
