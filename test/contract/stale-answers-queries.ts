import { contract } from '../../shared/contract/index.ts'
import type { TestApp } from '../helpers/test-app.ts'

/** Asked before and after every write. */
export const queries = [
  'company.get',
  'workflows.list',
  'workflows.get',
  'standards.current',
  'standards.versions',
  'imports.get',
  'imports.list',
  'reviews.sessions',
  'reviews.session',
  'reviews.pool',
  'reviews.candidates',
  'reviews.drawRecord',
  'reviews.get',
  'reviews.textLines',
  'results.home',
  'results.overview',
  'results.workflow',
  'results.done',
  'results.outputs',
  'results.outputChoices',
  'results.output',
  'documents.list',
  'documents.get',
  'documents.warnings',
  'documents.search',
  'releases.list',
  'releases.at',
  'changes.list',
  'changes.get',
  'changes.waiting',
  'people.list',
  'signals.list',
  'signals.triggers',
  'foundationReviews.plan',
  'foundationReviews.list',
  'foundationReviews.get',
  'foundationReviews.actions',
  'register.get',
  'calendar.list',
  'retiredFacts.list',
  'retiredFacts.get',
  'standardInputs.list',
  'modelTests.list',
  'modelTests.get',
  'modelTests.starts',
  'modelTests.grid',
  'modelTests.sendPlan',
  'modelTests.judging',
  'modelTests.pair',
  'modelTests.result',
  'provider.list',
  'provider.prices',
  'provider.sent',
] as const

/** No answer that is kept: files, what is looked into once, streams, and other companies. */
export const notAsked: readonly string[] = [
  'imports.preview',
  'changes.previewLog',
  'documents.previewImport',
  'standardInputs.previewImport',
  'modelTests.previewOutputs',
  'modelTests.sheet',
  'modelTests.record',
  ...Object.keys(contract.exports).map((name) => `exports.${name}`),
  'jobs.get',
  'jobs.cancel',
  'events.live',
  'company.openSample',
  'company.openOwn',
  'company.create',
  // What lies in the folder, and not in the company.
  ...Object.keys(contract.safety).map((name) => `safety.${name}`),
]

type Asked = readonly [path: (typeof queries)[number], input?: unknown]

/** Every answer as text, by query and input; one that is refused is its words. */
export async function answersOf({ client, clock }: TestApp): Promise<Map<string, string>> {
  const answers = new Map<string, string>()
  for (const [path, input] of await questions(client, clock.today())) {
    const [feature = '', name = ''] = path.split('.')
    const methods = client[feature as keyof typeof client] as unknown as Record<
      string,
      (input: unknown) => Promise<unknown>
    >
    const answer = await methods[name]?.(input).catch((error: Error) => error.message)
    answers.set(`${path} ${JSON.stringify(input ?? null)}`, JSON.stringify(answer))
  }
  return answers
}

async function questions(client: TestApp['client'], today: string): Promise<Asked[]> {
  const month = today.slice(0, 7)
  const ids = <T extends { id: number }>(list: readonly T[]) => {
    const all = list.map(({ id }) => id)
    return [...new Set([...all.slice(0, 2), ...all.slice(-1)])]
  }
  const workflowIds = ids(await client.workflows.list())
  const documents = (
    await Promise.all([null, ...workflowIds].map((workflowId) => client.documents.list({ workflowId })))
  ).flatMap(ids)
  const numbers = (await client.changes.list({ workflowId: null, search: '', offset: 0 })).rows.map(
    ({ number }) => number,
  )
  const tests = ids(await client.modelTests.list())
  const session = await client.reviews.session({ month })
  const reviewIds = session.tasks.flatMap(({ reviewId }) => reviewId ?? [])
  const page = { offset: 0, limit: 10 }
  const items = (await client.results.outputs({ workflowId: workflowIds[0] ?? 1, ...page })).rows
  return [
    ...(
      [
        'company.get',
        'workflows.list',
        'reviews.sessions',
        'results.home',
        'results.overview',
        'changes.waiting',
        'people.list',
        'signals.triggers',
        'foundationReviews.plan',
        'foundationReviews.list',
        'calendar.list',
        'retiredFacts.list',
        'modelTests.list',
        'provider.list',
        'provider.prices',
      ] as const
    ).map((path) => [path] as const),
    ['reviews.session', { month }],
    ['provider.sent', { offset: 0 }],
    ['documents.search', { search: 'price' }],
    ['changes.list', { workflowId: null, search: '', offset: 0 }],
    ['signals.list', { state: 'all', kind: null, search: '', offset: 0 }],
    ['foundationReviews.actions', { state: 'all' }],
    ['foundationReviews.actions', { state: 'open' }],
    ['documents.list', { workflowId: null }],
    ...workflowIds.flatMap((workflowId): Asked[] => [
      ['workflows.get', { id: workflowId }],
      ['standards.current', { workflowId }],
      ['standards.versions', { workflowId }],
      ['imports.list', { workflowId }],
      ['reviews.pool', { workflowId, month }],
      ['reviews.textLines', { workflowId }],
      ['reviews.candidates', { workflowId, month, search: '', offset: 0 }],
      ['results.workflow', { workflowId }],
      ['results.outputs', { workflowId, ...page }],
      ['results.outputChoices', { workflowId }],
      ['documents.list', { workflowId }],
      ['releases.list', { workflowId }],
      ['releases.at', { workflowId, on: today }],
      ['register.get', { workflowId }],
      ['standardInputs.list', { workflowId }],
      ['modelTests.starts', { workflowId }],
    ]),
    ...documents.flatMap((id): Asked[] => [
      ['documents.get', { id }],
      ['documents.warnings', { id }],
    ]),
    ...[...new Set([...numbers.slice(0, 3), ...numbers.slice(-1)])].map(
      (number): Asked => ['changes.get', { number }],
    ),
    ...reviewIds.slice(0, 3).flatMap((reviewId): Asked[] => [
      ['reviews.get', { reviewId }],
      ['results.done', { reviewId }],
      ['reviews.drawRecord', { reviewId }],
    ]),
    ...items.slice(0, 1).map(({ itemId }): Asked => ['results.output', { itemId }]),
    ...ids(await client.foundationReviews.list()).map((id): Asked => ['foundationReviews.get', { id }]),
    ...ids(await client.retiredFacts.list()).map((id): Asked => ['retiredFacts.get', { id }]),
    ...ids(await client.imports.list({ workflowId: workflowIds[0] ?? 1 })).map(
      (id): Asked => ['imports.get', { id }],
    ),
    ...tests.flatMap((id): Asked[] => [
      ['modelTests.get', { id }],
      ['modelTests.grid', { id }],
      ['modelTests.sendPlan', { id }],
      ['modelTests.judging', { id }],
      ['modelTests.result', { id }],
    ]),
  ]
}
