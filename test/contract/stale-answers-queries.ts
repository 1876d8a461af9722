import { contract } from '../../shared/contract/index.ts'
import { noActivityFilter } from '../../shared/contract/reports/activity.ts'
import type { Client, TestApp } from '../helpers/test-app.ts'

/** Which answers there are to compare: the ids of today, each list asked once in a round. */
type Scope = ReturnType<typeof scopeOf>
type Inputs = (scope: Scope) => Promise<readonly unknown[]> | readonly unknown[]

const once: Inputs = () => [undefined]
const eachWorkflow =
  (inputOf: (workflowId: number, scope: Scope) => unknown): Inputs =>
  async (scope) =>
    (await scope.workflowIds()).map((id) => inputOf(id, scope))
const eachOf =
  (idsOf: (scope: Scope) => Promise<number[]>, inputOf: (id: number) => unknown = (id) => ({ id })): Inputs =>
  async (scope) =>
    (await idsOf(scope)).map(inputOf)
const ofWorkflow = eachWorkflow((workflowId) => ({ workflowId }))
const ofReview = eachOf(
  (scope) => scope.reviewIds(),
  (reviewId) => ({ reviewId }),
)
const ofDocument = eachOf((scope) => scope.documentIds())
const ofTest = eachOf((scope) => scope.testIds())
const page = { offset: 0, limit: 10 }

/** Every query whose answer is kept, and what it is asked. */
export const queries: Readonly<Record<string, Inputs>> = {
  'company.get': once,
  'workflows.list': once,
  'workflows.get': eachWorkflow((id) => ({ id })),
  'standards.current': ofWorkflow,
  'standards.versions': ofWorkflow,
  'imports.list': ofWorkflow,
  'imports.get': eachOf((scope) => scope.importIds()),
  'reviews.sessions': once,
  'reviews.session': ({ month }) => [{ month }],
  'reviews.pool': eachWorkflow((workflowId, { month }) => ({ workflowId, month })),
  'reviews.candidates': eachWorkflow((workflowId, { month }) => ({
    workflowId,
    month,
    search: '',
    offset: 0,
  })),
  'reviews.drawRecord': ofReview,
  'reviews.get': ofReview,
  'reviews.textLines': ofWorkflow,
  'reviews.seenAgain': ofWorkflow,
  'results.home': once,
  'results.overview': once,
  'results.workflow': ofWorkflow,
  'results.updatePlan': eachWorkflow((workflowId) => ({ workflowId, sectionId: 1 })),
  'results.done': ofReview,
  'results.outputs': eachWorkflow((workflowId) => ({ workflowId, ...page })),
  'results.outputChoices': ofWorkflow,
  'results.output': eachOf(
    (scope) => scope.itemIds(),
    (itemId) => ({ itemId }),
  ),
  'documents.list': async (scope) =>
    [null, ...(await scope.workflowIds())].map((workflowId) => ({ workflowId })),
  'documents.get': ofDocument,
  'documents.warnings': ofDocument,
  'documents.assembled': ofWorkflow,
  'documents.compareSections': () => [{ sections: [{ name: 'Tone', text: 'Warm.' }] }],
  'documents.search': () => [{ search: 'price' }],
  'releases.list': ofWorkflow,
  'releases.at': eachWorkflow((workflowId, { today }) => ({ workflowId, on: today })),
  'changes.list': () => [{ workflowId: null, search: '', offset: 0 }],
  'changes.get': eachOf(
    (scope) => scope.changeNumbers(),
    (number) => ({ number }),
  ),
  'changes.waiting': once,
  'changes.told': once,
  'changes.outputs': (scope) => scope.toldEffects(),
  'people.list': once,
  'signals.list': () => [{ state: 'all', kind: null, search: '', offset: 0 }],
  'signals.triggers': once,
  'foundationReviews.plan': once,
  'foundationReviews.list': once,
  'foundationReviews.get': eachOf((scope) => scope.foundationReviewIds()),
  'foundationReviews.actions': () => [{ state: 'all' }, { state: 'open' }],
  'register.get': ofWorkflow,
  'calendar.list': once,
  'bin.list': once,
  'activity.list': () => [{ ...noActivityFilter, offset: 0, limit: 10 }],
  'activity.choices': once,
  'activity.seals': once,
  'reports.periods': once,
  'reports.page': async (scope) => scope.reportPeriods(),
  'reports.list': () => [{ offset: 0 }],
  'reports.kept': eachOf((scope) => scope.reportIds()),
  'retiredFacts.list': once,
  'retiredFacts.get': eachOf((scope) => scope.retiredFactIds()),
  'standardInputs.list': ofWorkflow,
  'modelTests.list': once,
  'modelTests.inUse': once,
  'modelTests.get': ofTest,
  'modelTests.starts': ofWorkflow,
  'modelTests.grid': ofTest,
  'modelTests.sendPlan': ofTest,
  'modelTests.judging': ofTest,
  'modelTests.pair': eachOf(
    (scope) => scope.pairIds(),
    (pairId) => ({ pairId }),
  ),
  'modelTests.result': ofTest,
  'provider.list': once,
  'provider.prices': once,
  'provider.sent': () => [{ offset: 0 }],
}

/** No answer that is kept: files, what is looked into once, streams, and other companies. */
export const notAsked: readonly string[] = [
  'imports.preview',
  'imports.count',
  'changes.previewLog',
  'documents.previewImport',
  'standardInputs.previewImport',
  'modelTests.previewOutputs',
  'modelTests.countOutputs',
  'modelTests.sheet',
  ...Object.keys(contract.exports).map((name) => `exports.${name}`),
  // Entries never change, and the check is asked for by a button.
  'activity.get',
  'activity.check',
  'jobs.get',
  'jobs.cancel',
  'events.live',
  // Asked at the moment a page is saved.
  'reports.stamp',
  'company.openSample',
  'company.openOwn',
  'company.create',
  // What lies in the folder, and not in the company.
  ...Object.keys(contract.safety).map((name) => `safety.${name}`),
]

export const featureOf = (path: string) => path.split('.')[0] ?? ''

/** The answers of `features` as text, by query and input; one that is refused is its words. */
export async function answersOf(
  { client, clock }: TestApp,
  features: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const round = askedOnce(client)
  const scope = scopeOf(round.client, clock.today())
  const answers = new Map<string, string>()
  for (const [path, inputsOf] of Object.entries(queries)) {
    if (!features.has(featureOf(path))) continue
    for (const input of await inputsOf(scope)) {
      const answer = await round.ask(path, input).catch((error: Error) => error.message)
      answers.set(`${path} ${JSON.stringify(input ?? null)}`, JSON.stringify(answer))
    }
  }
  return answers
}

type Method = (input: unknown) => Promise<unknown>

/** A client that asks nothing twice. */
function askedOnce(client: Client) {
  const known = new Map<string, Promise<unknown>>()
  const methods = client as unknown as Record<string, Record<string, Method>>
  const ask = (path: string, input: unknown): Promise<unknown> => {
    const key = `${path} ${JSON.stringify(input)}`
    const [feature = '', name = ''] = path.split('.')
    const answer = known.get(key) ?? methods[feature]?.[name]?.(input) ?? Promise.resolve()
    known.set(key, answer)
    return answer
  }
  const features = Object.entries(contract).map(([feature, of]) => [
    feature,
    Object.fromEntries(
      Object.keys(of).map((name) => [name, (input: unknown) => ask(`${feature}.${name}`, input)]),
    ),
  ])
  return { ask, client: Object.fromEntries(features) as Client }
}

function scopeOf(client: Client, today: string) {
  const month = today.slice(0, 7)
  const ids = (list: readonly { id: number }[]) => someOf(list.map(({ id }) => id))
  const workflowIds = async () => ids(await client.workflows.list())
  const firstWorkflow = async () => (await workflowIds())[0] ?? 1
  const testIds = async () => ids(await client.modelTests.list())
  return {
    today,
    month,
    workflowIds,
    testIds,
    async documentIds() {
      const scopes = [null, await firstWorkflow()]
      const lists = await Promise.all(scopes.map((workflowId) => client.documents.list({ workflowId })))
      return [...new Set(lists.flatMap(ids))]
    },
    importIds: async () => ids(await client.imports.list({ workflowId: await firstWorkflow() })),
    async reviewIds() {
      const { tasks } = await client.reviews.session({ month })
      return someOf(tasks.flatMap(({ reviewId }) => reviewId ?? []))
    },
    async itemIds() {
      const workflowId = await firstWorkflow()
      const { rows } = await client.results.outputs({ workflowId, ...page })
      return rows.slice(0, 1).map(({ itemId }) => itemId)
    },
    async changeNumbers() {
      const { rows } = await client.changes.list({ workflowId: null, search: '', offset: 0 })
      return [...new Set([...rows.slice(0, 2), ...rows.slice(-1)].map(({ number }) => number))]
    },
    async toldEffects() {
      const told = await client.changes.told()
      return told.slice(0, 2).map(({ number, workflowId }) => ({ number, workflowId }))
    },
    foundationReviewIds: async () => ids(await client.foundationReviews.list()),
    reportPeriods: () => client.reports.periods(),
    reportIds: async () => ids((await client.reports.list({ offset: 0 })).reports),
    retiredFactIds: async () => ids(await client.retiredFacts.list()),
    async pairIds() {
      const pairs: number[] = []
      for (const id of await testIds()) {
        const judging = await client.modelTests.judging({ id }).catch(() => null)
        const first = judging?.pairs[0]?.id
        if (first !== undefined) pairs.push(first)
      }
      return pairs
    },
  }
}

/** The first of a list and the newest. */
function someOf(ids: readonly number[]): number[] {
  return [...new Set([...ids.slice(0, 1), ...(ids.length > 1 ? [Math.max(...ids)] : [])])]
}
