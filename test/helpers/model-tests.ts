import type { Pair } from '../../shared/contract/model-tests/compare.ts'
import type { ModelTest, Side } from '../../shared/contract/model-tests/test.ts'
import { aWorkflow } from './builders.ts'
import { documentsOf } from './documents.ts'
import type { Client, TestApp } from './test-app.ts'

type WorkflowFields = Parameters<typeof aWorkflow>[0]

/** What both sides of a test say, told apart by their words only. */
export const saysCurrent = (name: string) => `Dear customer, an answer to ${name} as always.`
export const saysCandidate = (name: string) => `Hello, here is a shorter reply about ${name}.`

/** A workflow with a prompt, a model and `n` standard inputs. */
export async function aTestedWorkflow(app: TestApp, n = 12, fields: WorkflowFields = {}) {
  const { id } = await app.client.workflows.create(aWorkflow(fields))
  const documents = documentsOf(app)
  const names = await app.client.documents.list({ workflowId: null })
  const section =
    names.find(({ name }) => name === 'Prices') ??
    (await documents.section('Prices', 'Shipping costs 5 euros.', '2026-03-04'))
  await documents.prompt(id, 'Answer politely.', '2026-03-04', [section.id])
  await documents.model(id, 'Vendor: Anthropic\nModel: model-old\nTemperature: 0.2', '2026-03-04')
  for (let number = 1; number <= n; number++) await addInput(app.client, id, `case ${number}`)
  return id
}

export function addInput(client: Client, workflowId: number, name: string, mustNotFail = false) {
  return client.standardInputs.save({
    workflowId,
    id: null,
    rev: null,
    name,
    text: `A customer asks about ${name}.`,
    reference: '',
    tags: [],
    mustNotFail,
    checks: [],
  })
}

/** The fields of a test as an update sends them back. */
export const updateOf = (test: ModelTest) => ({
  id: test.id,
  rev: test.rev,
  heldOn: test.heldOn,
  reason: test.reason,
  useEvaluator: test.useEvaluator,
  workflows: test.workflows.map(({ workflowId, current, candidate, filling, rule }) => {
    return { workflowId, current, candidate, filling, rule }
  }),
})

/** A test whose candidate is another model. */
export async function aSetUpTest(client: Client, workflowIds: number[], model = 'model-new', name = model) {
  const test = await client.modelTests.create({ heldOn: '2026-11-21', reason: 'A new model.', workflowIds })
  const fields = updateOf(test)
  const workflows = fields.workflows.map((workflow) => ({
    ...workflow,
    candidate: { ...workflow.candidate, name, model },
  }))
  return client.modelTests.update({ ...fields, workflows })
}

/** Pastes both sides of every input; `texts` says otherwise for some. */
export async function pasteAll(
  client: Client,
  testId: number,
  texts: Readonly<Record<Side, (name: string) => string>> = {
    current: saysCurrent,
    candidate: saysCandidate,
  },
) {
  for (const { inputId, name } of await client.modelTests.grid({ id: testId })) {
    for (const side of ['current', 'candidate'] as const) {
      await client.modelTests.paste({ inputId, side, text: texts[side](name) })
    }
  }
}

/** A locked test with all its outputs. */
export async function aCollectedTest(
  client: Client,
  workflowIds: number[],
  ...candidate: [model?: string, name?: string]
) {
  const { id } = await aSetUpTest(client, workflowIds, ...candidate)
  const test = await client.modelTests.lock({ id })
  await pasteAll(client, id)
  return test
}

export type Judging = Partial<Pick<Pair, 'verdict' | 'leftFails' | 'rightFails' | 'note'>>

/** Judges every pair that is not judged yet, as `say` does. */
export async function judgeAll(client: Client, testId: number, say: (pair: Pair) => Judging) {
  let state = await client.modelTests.judging({ id: testId })
  while (state.nextPairId !== null) {
    const pair = await client.modelTests.pair({ pairId: state.nextPairId })
    const fields = { verdict: pair.verdict, leftFails: false, rightFails: false, note: '' }
    const judged = { ...fields, ...say(pair), pairId: pair.id, rev: pair.rev, seconds: 5 }
    state = (await client.modelTests.judge(judged)).state
  }
  return state
}

/** A verdict for the candidate, which only these texts give away. */
export const likesCandidate = ({ left }: Pair): Judging => ({
  verdict: left.startsWith('Hello') ? 'left' : 'right',
})

/** A test with all verdicts for the candidate, its names revealed. */
export async function aRevealedTest(
  app: TestApp,
  workflowIds: number[],
  ...candidate: [model?: string, name?: string]
) {
  const { id } = await aCollectedTest(app.client, workflowIds, ...candidate)
  await app.client.modelTests.startJudging({ id })
  await judgeAll(app.client, id, likesCandidate)
  return app.client.modelTests.reveal({ id })
}
