import { expect, test } from 'vitest'
import { compareSides } from '../../renderer/features/model-tests/compare/comparison.ts'
import { PairView } from '../../renderer/features/model-tests/compare/PairView.tsx'
import { ModelsInUse } from '../../renderer/features/model-tests/ModelsInUse.tsx'
import { OutputsPreview } from '../../renderer/features/model-tests/outputs/OutputsPreview.tsx'
import { RequestPreview } from '../../renderer/features/model-tests/outputs/RequestPreview.tsx'
import { Sides } from '../../renderer/features/model-tests/outputs/Sides.tsx'
import { WorkflowResult } from '../../renderer/features/model-tests/result/WorkflowResult.tsx'
import { VariableFields } from '../../renderer/features/model-tests/set-up/VariableFields.tsx'
import type { RequestPreview as Preview } from '../../shared/contract/model-tests/outputs.ts'
import type { TestResult } from '../../shared/contract/model-tests/result.ts'
import type { Filling, ModelTest, SideSetUp } from '../../shared/contract/model-tests/test.ts'
import { expectAccessible, rowsOf, show } from './helpers/show.tsx'

const side = (name: string): SideSetUp => ({
  ...{ name, vendor: 'Example', provider: 'example', model: name, releaseNumber: null },
  ...{ instructions: '', maxTokens: 1000, settings: '' },
})
const rule = { atLeast: 10, of: 12, noMustPassFailure: true }
const result: TestResult = {
  ...{ workflowId: 2, workflowName: 'Proposals', inputs: 12, judged: 10 },
  ...{ better: 5, same: 3, worse: 1, bothBad: 2, identical: 1, candidateFailures: 1, currentFailures: 4 },
  ...{ isRuleMet: false, rule, p: 0.22, wasStoppedEarly: false },
  ...{ sentence: 'The rule is not met.', caution: 'One failure.', steadiness: null, evaluator: null },
  current: { medianMs: 2100, cost: 0.42, words: 180 },
  candidate: { medianMs: 1300, cost: 0.18, words: 140 },
}
const tested: ModelTest = {
  ...{ id: 3, heldOn: '2026-10-02', reason: '', state: 'revealed', lockedAt: null, useEvaluator: false },
  ...{
    collected: 24,
    expected: 24,
    judged: 12,
    pairs: 14,
    repeats: 2,
    secondsUsed: 0,
    changeNumbers: [],
    rev: 1,
  },
  ...{ decision: null, decidedOn: null, decidedBy: '', why: '' },
  run: {
    ...{ state: 'idle', message: null, done: 0, total: 0, inFlight: 0, cost: null, cap: null },
    ...{ secondsUsed: 0, maybePaid: 0 },
  },
  workflows: [
    {
      ...{ workflowId: 2, workflowName: 'Proposals', inputCount: 12, setVersion: 1, rule },
      filling: { input: null, values: {} },
      ...{ current: side('model-4'), candidate: side('model-5') },
    },
  ],
}

test('one in five that fail on both lead to the wording first', async () => {
  const few = { ...result, workflowName: 'Few', bothBad: 2 }
  const { screen } = await show(<WorkflowResult result={few} test={tested} />)
  await expect.element(screen.getByText('Rule not met')).toBeVisible()
  expect(screen.container.querySelector('a')).toBeNull()
  const { screen: other } = await show(<WorkflowResult result={{ ...result, bothBad: 3 }} test={tested} />)
  const link = other.getByRole('link', { name: 'Mend the wording of this workflow' })
  await expect.element(link).toHaveAttribute('href', expect.stringContaining('/workflows/2/wording'))
})

test('the figures of each side stand under its own name', async () => {
  const { screen } = await show(<WorkflowResult result={result} test={tested} />)
  const [counts, sides] = [...screen.container.querySelectorAll('table')].map(rowsOf)
  expect(counts?.slice(1)).toEqual([
    ['Better', '5'],
    ['The same 1 with the same text', '3'],
    ['Worse', '1'],
    ['Both bad', '2'],
    ['Not judged', '1'],
  ])
  expect(sides).toEqual([
    [
      'Side by side',
      expect.stringMatching(/^model-4.*Current/),
      expect.stringMatching(/^model-5.*Candidate/),
    ],
    ['Must-pass failures', '4', '1'],
    ['Median time', '2.1 s', '1.3 s'],
    ['Median length in words', '180', '140'],
    ['Cost of these outputs', '$0.42', '$0.18'],
  ])
  await expect.element(screen.getByText('Rule not met')).toBeVisible()
  await expectAccessible(screen.container)
})

const preview: Preview = {
  ...{ workflowId: 2, workflowName: 'Proposals', side: 'current', inputName: 'Two benches' },
  ...{ host: 'api.anthropic.com', model: 'claude-sonnet-4-6', maxTokens: 700, instructions: [] },
  settings: [{ name: 'temperature', value: 0.2 }],
  notSent: [{ line: 'Effort: high', why: 'Evenkeel can’t send this one.' }],
  message: [
    { text: 'You write a proposal.\n\nEnquiry: ', variable: null },
    { text: 'We need two workbenches by May.', variable: 'enquiry' },
    { text: '\nPrices: ', variable: null },
    { text: 'as listed', variable: 'price_list' },
  ],
  body: '{"model":"claude-sonnet-4-6"}',
}

test('a whole request is shown for each side, what fills it named, and what is not sent said', async () => {
  const candidate: Preview = { ...preview, side: 'candidate', model: 'claude-opus-5', settings: [] }
  const { screen } = await show(<RequestPreview previews={[preview, candidate]} />)
  const marks = () =>
    [...screen.container.querySelectorAll('mark')].map(({ title, textContent }) => [title, textContent])
  expect(marks()).toEqual([
    ['Fills in {{enquiry}}', 'We need two workbenches by May.'],
    ['Fills in {{price_list}}', 'as listed'],
  ])
  await expect.element(screen.getByText('Temperature 0.2')).toBeVisible()
  await expect.element(screen.getByText(/Effort: high: Evenkeel can’t send this one/)).toBeVisible()
  await expectAccessible(screen.container)
  screen.container.querySelectorAll<HTMLElement>('input[type="radio"]')[1]?.click()
  await expect.element(screen.getByText('None', { exact: true })).toBeVisible()
})

test('a run that stopped shows where a model or a length is mended', async () => {
  const run = { ...tested.run, state: 'stopped' as const, message: 'Retired.' }
  const corrected = { ...tested, run }
  const { screen, asked } = await show(<Sides test={{ ...tested, state: 'collecting', run }} />, {
    'provider/list': [],
    'modelTests/correctSide': corrected,
  })
  const change = screen.getByRole('button', { name: 'Change Proposals, candidate' })
  await expect.element(change).toBeDisabled()
  await screen.getByRole('textbox', { name: 'Model id, Proposals, candidate' }).fill('model-6')
  await screen.getByRole('textbox', { name: 'Longest answer in tokens, Proposals, candidate' }).fill('2,000')
  await expectAccessible(screen.container)
  await change.click()
  await expect
    .poll(() => asked.at(-1)?.input)
    .toEqual({
      ...{ id: 3, workflowId: 2, side: 'candidate', provider: 'example', model: 'model-6', maxTokens: 2000 },
    })
})

const column = (index: number, name: string) => ({ index, name, samples: [name], filled: 30 })
const file = {
  ...{ format: 'csv', encoding: 'UTF-8', delimiter: ',', sheets: [], rowCount: 30, dateOrder: 'day-first' },
  ...{ found: { headerRows: [1], left: [] }, dates: [], examples: [], rivals: null },
  toCheck: { count: 0, first: [] },
  columns: [column(0, 'prompt'), column(1, 'model'), column(2, 'output')],
  models: [
    { name: 'Model-4', rows: 15 },
    { name: 'Model-5', rows: 15 },
  ],
  guess: { input: 0, output: 2, model: 1, milliseconds: null },
}
const there = ['Renewal', 'Refund', 'Price'].map((name, n) => ({ inputId: n + 1, name }))
const counted = { inputs: 12, repeats: 3, same: 1, there }

const outputsPreview = (of: 'current' | 'candidate') => (
  <OutputsPreview
    {...{ testId: 3, workflowId: 2, side: of, setUp: side(of === 'current' ? 'model-4' : 'model-5') }}
    files={{ fileIds: ['f1'], names: ['answers.csv'] }}
    onStarted={() => {}}
    onBack={() => {}}
  />
)

test('a file asks before it replaces an output, and keeps what is here until then', async () => {
  const answers = {
    'modelTests/previewOutputs': file,
    'modelTests/countOutputs': counted,
    'modelTests/importOutputs': { jobId: 'job' },
  }
  const { screen, asked, text } = await show(outputsPreview('candidate'), answers)
  await expect.element(screen.getByText('3 of 12 are here already')).toBeVisible()
  expect(text()).toContain('12 inputs, 3 repeats: 15 outputs. The first of each input counts.')
  expect(text()).toContain('1 is here with the same words.')
  expect(text()).toContain('Renewal, Refund and Price')
  await expect.element(screen.getByRole('combobox', { name: /Keep the rows of/ })).toHaveValue('Model-5')
  await expect.element(screen.getByRole('radio', { name: 'Keep them' })).toBeChecked()
  await expectAccessible(screen.container)
  const brought = () =>
    asked.filter(({ procedure }) => procedure === 'modelTests/importOutputs').at(-1)?.input
  await screen.getByRole('button', { name: 'Bring in 8 outputs' }).click()
  await expect.poll(brought).toMatchObject({ side: 'candidate', model: { is: 'Model-5' }, replace: [] })
  await screen.getByRole('radio', { name: 'Take the file’s' }).click()
  await screen.getByRole('button', { name: 'Bring in 11 outputs' }).click()
  await expect.poll(brought).toMatchObject({ replace: [1, 2, 3] })
})

test('what was answered for one model of a file is asked again for another', async () => {
  const answers = { 'modelTests/previewOutputs': file, 'modelTests/countOutputs': counted }
  const { screen } = await show(outputsPreview('current'), answers)
  const models = screen.getByRole('combobox', { name: /Keep the rows of/ })
  await expect.element(models).toHaveValue('Model-4')
  await expect.element(screen.getByText('3 of 12 are here already')).toBeVisible()
  await screen.getByRole('radio', { name: 'Take the file’s' }).click()
  await expect.element(screen.getByRole('radio', { name: 'Take the file’s' })).toBeChecked()
  await models.selectOptions('Model-5')
  await expect.element(screen.getByRole('radio', { name: 'Keep them' })).toBeChecked()
})

test('each model in use says until when it is there and when a test has to begin', async () => {
  const replies = { workflowId: 1, workflowName: 'Replies', model: 'model-3', retiresOn: null, source: null }
  const runway = { startBy: '2026-12-04', testDays: 14, seconds: 4200 }
  const proposals = { workflowId: 2, workflowName: 'Proposals', model: 'model-4', runway }
  const { screen, asked } = await show(<ModelsInUse />, {
    'modelTests/inUse': [
      { ...replies, runway: null },
      { ...proposals, retiresOn: '2027-01-15', source: 'provider' },
    ],
    'provider/saveRetirement': null,
  })
  const link = screen.getByRole('link', { name: '4 December 2026' })
  await expect.element(link).toHaveAttribute('href', '/model-test/new?workflow=2')
  await expect
    .element(screen.getByText('14 days for the test, 28 for a pilot. Your own tests took 1 h 10 of judging.'))
    .toBeVisible()
  await expectAccessible(screen.container)
  const field = screen.getByLabelText('Day model-3 of Replies is retired')
  await field.fill('2027-03-01')
  await screen.getByLabelText('Day model-4 of Proposals is retired').click()
  await expect
    .poll(() => asked.find(({ procedure }) => procedure === 'provider/saveRetirement')?.input)
    .toEqual({
      ...{ model: 'model-3', retiresOn: '2027-03-01' },
    })
})

test.each([
  ['We deliver in four weeks.', 'We deliver in six weeks.', 2],
  ['We deliver in four weeks.', 'Ask your carrier: nobody here can tell.', 0],
])('%j beside %j has %i passages underlined', async (left, right, marks) => {
  const pair = {
    ...{
      id: 1,
      position: 1,
      workflowName: 'Proposals',
      inputName: 'Racks',
      inputText: 'When?',
      reference: '',
    },
    ...{
      left,
      right,
      verdict: null,
      leftFails: false,
      rightFails: false,
      note: '',
      rev: 1,
      mustNotFail: false,
    },
    ...{ leftFailedChecks: [], rightFailedChecks: [] },
  }
  const said = { verdict: null, leftFails: false, rightFails: false, note: '' }
  const nothing = { hasNote: false, onNote: () => {}, onNoteLeft: () => {} }
  const { screen, text } = await show(
    <PairView {...{ pair, said, ...nothing }} sides={compareSides(left, right)} />,
  )
  await expect.element(screen.getByRole('heading', { name: 'Left' })).toBeVisible()
  expect(screen.container.querySelectorAll('mark')).toHaveLength(marks)
  expect(text().includes('have little in common')).toBe(marks === 0)
  await expectAccessible(screen.container)
})

test('a variable that only takes the input is not asked for', async () => {
  const filling: Filling = { input: null, values: {} }
  const draft = { ...side('model'), instructions: 'Mail: {{mail}}', maxTokens: '1000' }
  const { screen } = await show(
    <VariableFields draft={{ current: draft, candidate: draft, filling }} onChange={() => {}} />,
  )
  expect(screen.container.querySelector('fieldset')).toBeNull()
})

test('variables are asked for once, for both sides', async () => {
  const draft = (instructions: string) => ({ ...side('model'), instructions, maxTokens: '1000' })
  const said: Filling[] = []
  const fields = (current: string, filling: Filling) => (
    <VariableFields
      draft={{ current: draft(current), candidate: draft(current), filling }}
      onChange={(next) => said.push(next)}
    />
  )
  const { screen } = await show(fields('{{mail}} in {{tone}}', { input: null, values: {} }))
  await expect
    .element(screen.getByText('Choose the variable that each standard input takes the place of.'))
    .toBeVisible()
  await screen.getByRole('combobox', { name: 'Which one is the input' }).selectOptions('{{mail}}')
  await screen.getByRole('textbox', { name: '{{tone}} stands for' }).fill('calm')
  expect(said).toEqual([
    { input: 'mail', values: {} },
    { input: null, values: { tone: 'calm' } },
  ])
  await expectAccessible(screen.container)
})
