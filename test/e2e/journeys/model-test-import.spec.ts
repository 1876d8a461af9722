import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { Pair } from '../../../shared/contract/model-tests/compare.ts'
import type { ModelTest } from '../../../shared/contract/model-tests/test.ts'
import { aWorkflow } from '../../helpers/builders.ts'
import { expectAccessible } from '../axe.ts'
import type { CoreClient } from '../core-client.ts'
import { type Evenkeel, expect, test } from '../fixtures.ts'
import type { Keyboard } from '../pages/keyboard.ts'
import { createModelTest, type SideName } from '../pages/model-test.ts'
import { createCompare } from '../pages/model-test-compare.ts'
import { type Reply, recordReplies } from '../pages/model-test-replies.ts'
import { createShell } from '../pages/shell.ts'
import { createStandardInputs } from '../pages/standard-inputs.ts'
import { openCompany } from '../prepare.ts'
import { readWorkbook } from '../read-workbook.ts'
import { sharedFile } from '../shared-data.ts'

const workflow = 'Answers'
const current = { name: 'GPT 3.5 Turbo', vendor: 'OpenAI', model: 'gpt-3.5-turbo' }
const candidate = { name: 'GPT 4', vendor: 'OpenAI', model: 'gpt-4' }
const atLeast = 13

type Wish = 'better' | 'same' | 'both_bad' | 'worse'
/** What the judge finds of each prompt; of the two that are not here both answers are the same text. */
const wishes: Readonly<Record<string, Wish>> = {
  ...{ k8s: 'better', qft: 'better', permutation: 'better', 'bug-task': 'same', svg: 'better' },
  ...{ munchhausen: 'better', 'cot-apple': 'same', taiwan: 'worse', sally: 'better', 'cot-sally': 'better' },
  ...{ holidays: 'same', bagel: 'both_bad', 'planets-json': 'same', blue: 'worse', leap: 'same' },
  ...{ fibonacci: 'better', 'product-description': 'better' },
}
const identical = ['vendor-extract', 'basic-sentiment']
/** The prompt at which the judge finds that the current side must not pass. */
const failing = 'cot-sally'

test('two models are compared blind on real answers by import, and the winner is switched to', async ({
  page,
  evenkeel,
  keyboard,
}) => {
  // 19 pairs, two restarts and three axe runs: a minute was just enough on a machine with nothing else to do.
  const [results, prompts] = [sharedFile('model-results.jsonl'), sharedFile('model-prompts.jsonl')]
  test.skip(!results || !prompts, 'The shared data files are not beside this checkout')
  const replies = await recordReplies(page)
  const { core } = await openCompany(page, evenkeel)
  const fields = { name: workflow, vendor: current.vendor, model: current.model }
  const { id: workflowId } = await core.workflows.create(aWorkflow(fields))

  await test.step('bring in the standard inputs', () =>
    bringInInputs(page, keyboard, workflowId, prompts ?? ''))
  await test.step('set up and agree the rule', () => setUp(page, keyboard))
  await test.step('bring in the outputs of both sides', () => bringInOutputs(page, keyboard, results ?? ''))
  const [modelTest] = await core.modelTests.list()
  expect(modelTest).toMatchObject({ state: 'collecting', collected: 38, expected: 38 })

  replies.start()
  const answers = createAnswers(results ?? '', replies.read)
  await test.step('compare blind, through a reload and a power cut', () =>
    compare(page, { keyboard, evenkeel, answers, id: modelTest?.id ?? 0 }))
  replies.stop()
  expectBlind(await replies.read())
  await test.step('reveal the names', () => reveal(page, keyboard))
  await test.step('switch', () => decide(page, keyboard, core))
  await test.step('keep the record', () => keepRecord(page, keyboard, core))
})

async function bringInInputs(page: Page, keyboard: Keyboard, workflowId: number, file: string) {
  await createShell(page).open(`/workflows/${workflowId}/test-inputs`)
  const inputs = createStandardInputs(page, keyboard)
  await inputs.bringIn(file)
  await expect(inputs.heading('19 inputs brought in')).toBeVisible()
  await inputs.seeTheInputs.click()
  await expect(inputs.inputs).toHaveCount(19)
  await inputs.mustContain('sally', '1')
  await expect(inputs.dialog).toHaveCount(0)
  await expect(inputs.inputs.filter({ hasText: 'Checked: contains “1”.' })).toHaveCount(1)
}

async function setUp(page: Page, keyboard: Keyboard) {
  await createShell(page).open('/reviews')
  const screen = createModelTest(page, keyboard)
  await screen.begin('The vendor recommends the newer model.')
  await screen.nameSide('Current', current)
  await screen.nameSide('Candidate', candidate)
  await screen.atLeast.fill(String(atLeast))
  await screen.lock()
}

async function bringInOutputs(page: Page, keyboard: Keyboard, file: string) {
  const screen = createModelTest(page, keyboard)
  await screen.way('Bring in a file').check()
  const bringIn = async (outputs: number) => {
    await expect(screen.bringIn).toHaveText(`Bring in ${outputs} outputs`)
    await screen.bringIn.click()
    await expect(screen.kept(`${outputs} outputs kept`)).toBeVisible()
  }
  const choose = async (side: SideName) => {
    await screen.whose(side).check()
    await screen.chooseFile(file)
  }
  await choose('Current')
  await expect(screen.keepRowsOf).toHaveValue(current.name)
  await bringIn(19)
  await screen.anotherFile.click()
  await choose('Candidate')
  await expect(screen.keepRowsOf).toHaveValue(candidate.name)
  await screen.keepRowsOf.selectOption(current.name)
  await bringIn(19)
  await expect(screen.warning).toHaveText(
    'These look like the outputs of the other side. Check the model and the side you chose.',
  )
  await expectAccessible(page, 'a file of outputs')
  await screen.anotherFile.click()
  await choose('Candidate')
  // Nothing that is here is replaced unless it is asked for.
  await expect(screen.nothingToBringIn).toBeVisible()
  await screen.takeTheFiles.check()
  await bringIn(19 - identical.length)
  await expect(screen.warning).toHaveCount(0)
  await expect(page.getByText('38 of 38 there')).toBeVisible()
}

/** Whose text is whose, as only the file and this test know. */
function createAnswers(file: string, read: () => Promise<readonly Reply[]>) {
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { name: string; slug: string; result: string })
  const textOf = (model: string, slug: string) =>
    rows.find((row) => row.name === model && row.slug === slug)?.result.trim()
  return {
    /** The pair at this place as it came to the screen, and where its candidate stands. */
    async pairAt(position: number): Promise<{ pair: Pair; candidateIs: 'left' | 'right' }> {
      const pairs = pairsIn(await read())
      const pair = pairs.find((each) => each.position === position)
      if (!pair) throw new Error(`Pair ${position} has not come`)
      const [left, right] = [pair.left.trim(), pair.right.trim()]
      const [old, recent] = [textOf(current.name, pair.inputName), textOf(candidate.name, pair.inputName)]
      expect([left, right].sort()).toEqual([old, recent].sort())
      return { pair, candidateIs: left === recent ? 'left' : 'right' }
    },
  }
}

type Answers = ReturnType<typeof createAnswers>
type Comparing = { keyboard: Keyboard; evenkeel: Evenkeel; answers: Answers; id: number }

async function compare(page: Page, { keyboard, evenkeel, answers, id }: Comparing) {
  const screen = createCompare(page)
  await createShell(page).open(`/model-test/${id}/compare`)
  await keyboard.activate(screen.startComparing)
  const total = 19
  await screen.reached(1, total)
  const seen: string[] = []
  for (let position = 1; position <= total; position++) {
    await screen.reached(position, total)
    expect(await screen.at()).toBe(position)
    const { pair, candidateIs } = await answers.pairAt(position)
    const isRepeat = seen.includes(pair.inputName)
    seen.push(pair.inputName)
    await expectOnScreen(page, pair)
    if (position === 2) await expectAccessible(page, 'compare blind')
    const key = keyFor(wishes[pair.inputName], candidateIs)
    if (position === 3) {
      await keyboard.press('x', 'ControlOrMeta+z')
      await expect(screen.chosen).toHaveCount(0)
    }
    if (position === 5) await markAndTakeBack(page, keyboard)
    if (pair.inputName === failing && !isRepeat) {
      await keyboard.press('m', candidateIs === 'left' ? 'b' : 'a')
      await expect(screen.failure(candidateIs === 'left' ? 'Right' : 'Left')).toBeVisible()
    }
    await keyboard.press(key)
    await expect(screen.chosen).toHaveCount(1)
    if (position === 8) {
      await takeBackAfterReload(page, keyboard, key)
      await keyboard.press('Enter')
    } else if (position === 12) {
      await expect(screen.saved).toBeVisible()
      await evenkeel.kill()
      await evenkeel.open(page)
      await createShell(page).open(`/model-test/${id}/compare`)
    } else {
      await keyboard.press('Enter')
    }
  }
  expect([...new Set(seen)].sort()).toEqual(Object.keys(wishes).sort())
  await expect(screen.allJudged).toHaveText('All 19 pairs are judged.')
  await keyboard.activate(screen.goToReveal)
}

/** What was judged before a reload is taken back after it, on its own pair, and judged again. */
async function takeBackAfterReload(page: Page, keyboard: Keyboard, key: string) {
  const screen = createCompare(page)
  await expect(screen.saved).toBeVisible()
  await page.reload()
  await screen.reached(9, 19)
  await keyboard.press('ControlOrMeta+z')
  await screen.reached(8, 19)
  await expect(screen.chosen).toHaveCount(0)
  await keyboard.press(key)
  await expect(screen.chosen).toHaveCount(1)
}

/** A must-pass failure on the left, and back. */
async function markAndTakeBack(page: Page, keyboard: Keyboard) {
  const screen = createCompare(page)
  await keyboard.press('m', 'a')
  await expect(screen.failure('Left')).toBeVisible()
  await keyboard.press('ControlOrMeta+z')
  await expect(screen.failure('Left')).toHaveCount(0)
}

async function expectOnScreen(page: Page, { left, right, leftFailedChecks, rightFailedChecks }: Pair) {
  const screen = createCompare(page)
  const start = (text: string) => text.trim().split(/\s+/).slice(0, 6).join(' ')
  await expect(screen.text('Left')).toContainText(start(left))
  await expect(screen.text('Right')).toContainText(start(right))
  await expect(screen.failedChecks('left')).toHaveCount(leftFailedChecks.length)
  await expect(screen.failedChecks('right')).toHaveCount(rightFailedChecks.length)
}

function keyFor(wish: Wish | undefined, candidateIs: 'left' | 'right'): string {
  const [ofCandidate, ofCurrent] = candidateIs === 'left' ? ['a', 'b'] : ['b', 'a']
  switch (wish) {
    case 'better':
      return ofCandidate
    case 'worse':
      return ofCurrent
    case 'same':
      return 'e'
    case 'both_bad':
      return 'x'
    default:
      throw new Error('A pair of the same two texts was shown')
  }
}

function pairsIn(replies: readonly Reply[]): Pair[] {
  return replies.flatMap(({ call, body }) => {
    const { json } = body as { json: Pair }
    return call === 'modelTests/pair' ? [json] : []
  })
}

const pairKeys = [
  ...['id', 'position', 'workflowName', 'inputName', 'inputText', 'reference', 'mustNotFail'],
  ...['left', 'right', 'leftFailedChecks', 'rightFailedChecks', 'verdict', 'leftFails', 'rightFails'],
  ...['note', 'rev'],
]
const stateKeys = ['pairs', 'judged', 'total', 'nextPairId', 'bell', 'secondsUsed', 'undoLabel', 'rules']

/** Nothing that came between the start and the reveal names a side, except the set-up the owner wrote herself. */
function expectBlind(replies: readonly Reply[]) {
  const calls = new Set(replies.map(({ call }) => call))
  for (const call of ['startJudging', 'judging', 'pair', 'judge', 'undoJudgement', 'get']) {
    expect(calls).toContain(`modelTests/${call}`)
  }
  expect(calls).toContain('events/live')
  for (const { call, body } of replies) {
    const text = JSON.stringify(body, withoutSetUp)
    expect(text, call).not.toMatch(/GPT|OpenAI/i)
    const keys = new Set<string>()
    JSON.stringify(body, (key, value) => {
      if (key !== '' && Number.isNaN(Number(key))) keys.add(key)
      return value
    })
    const isOfPairs = /^modelTests\/(startJudging|judging|pair|judge|undoJudgement)$/.test(call)
    const allowed = ['json', 'pair', 'state', 'savedAt', 'label', 'isJudged', ...pairKeys, ...stateKeys]
    if (isOfPairs)
      expect(
        [...keys].filter((key) => !allowed.includes(key)),
        call,
      ).toEqual([])
  }
}

const setUpKeys = ['current', 'candidate'] satisfies (keyof ModelTest['workflows'][number])[]
/** What the owner entered herself, wherever it comes back: the two sides, and the workflow's own model. */
const withoutSetUp = (key: string, value: unknown) =>
  [...setUpKeys, 'vendor', 'model'].includes(key) ? undefined : value

const found = Object.values(wishes)
const count = (wish: Wish) => found.filter((each) => each === wish).length
const counts = {
  inputs: found.length + identical.length,
  better: count('better'),
  same: count('same') + identical.length,
  worse: count('worse'),
  bothBad: count('both_bad'),
}

/** Of 2 to the n splits those at least this uneven, either way. */
function signTest(wins: number, losses: number): number {
  const n = wins + losses
  const splits = Array.from({ length: 2 ** n }, (_, bits) => bits.toString(2).replaceAll('0', '').length)
  const uneven = splits.filter((ones) => Math.abs(2 * ones - n) >= Math.abs(wins - losses))
  return uneven.length / splits.length
}

async function reveal(page: Page, keyboard: Keyboard) {
  const screen = createModelTest(page, keyboard)
  await expect(screen.reveal).toBeVisible()
  await expectAccessible(page, 'before the reveal')
  await screen.reveal.click()
  const { inputs, better, same, worse, bothBad } = counts
  const result = screen.result(workflow)
  await expect(result).toContainText(
    `Of ${inputs}: ${better} better, ${same} the same, ${bothBad} both bad, ${worse} worse, no must-pass failure. Meets your rule.`,
  )
  await expect(result).toContainText('Rule met')
  await expect(result).toContainText('This means no obvious harm, not proven better')
  await expect(result).toContainText('You judged 2 pairs twice, sides swapped: the same verdict both times.')
  await expect(result).toContainText(
    `Two models just as good would come out this uneven in ${Math.round(signTest(better, worse) * 100)} of 100 tests.`,
  )
  expect(await screen.counts(workflow)).toEqual({
    Better: String(better),
    [`The same ${identical.length} with the same text`]: String(same),
    Worse: String(worse),
    'Both bad': String(bothBad),
  })
  expect(await screen.sideFigures(workflow, 'Must-pass failures')).toEqual(['1', '0'])
  await expectAccessible(page, 'result of a model test')
}

async function decide(page: Page, keyboard: Keyboard, core: CoreClient) {
  const screen = createModelTest(page, keyboard)
  await screen.decision('Switch').check()
  await screen.why.fill('Clearer answers, and no failure.')
  await screen.decidedBy.fill('Dana Whitfield')
  await expectAccessible(page, 'decide')
  await screen.record('Record the switch').click()
  await expect(screen.decided).toContainText('Switched to GPT 4')
  await expect(screen.decided).toContainText('decided by Dana Whitfield.')
  const [{ model } = { model: '' }] = await core.workflows.list()
  expect(model).toBe(candidate.model)

  const resultPage = page.url()
  await screen.change.click()
  await expect(screen.heading(`${workflow} model: GPT 3.5 Turbo to GPT 4`)).toBeVisible()
  const facts = page.getByRole('complementary', { name: 'About this change' })
  await expect(facts).toContainText('Clearer answers, and no failure.')
  await expect(facts).toContainText('Dana Whitfield')
  await expect(facts).toContainText(workflow)
  await page.goto(resultPage)
}

async function keepRecord(page: Page, keyboard: Keyboard, core: CoreClient) {
  const screen = createModelTest(page, keyboard)
  const download = page.waitForEvent('download')
  await screen.saveWorkbook.click()
  const { Decision, Pairs } = await readWorkbook(await (await download).path())
  const [change] = (await core.changes.list({ workflowId: null, search: '', offset: 0 })).rows
  const { inputs, better, same, bothBad, worse } = counts
  expect(Decision?.rows).toEqual([
    {
      'Test date': expect.anything(),
      Workflow: workflow,
      Current: current.name,
      Candidate: candidate.name,
      Inputs: inputs,
      Better: better,
      Same: same,
      'Both bad': bothBad,
      Worse: worse,
      'Must-pass failures': 0,
      Rule: `No must-pass failure, and candidate better or the same on at least ${atLeast} of ${inputs}; both bad counts for neither`,
      'Rule met': 'Yes',
      Decision: 'Switch',
      'Linked change': change?.number,
    },
  ])
  const labels = { better: 'Better', same: 'Same', worse: 'Worse', both_bad: 'Both bad' } as const
  const outcomes = Object.entries(wishes).map(([slug, wish]) => [slug, labels[wish]])
  const wanted = [...outcomes, ...identical.map((slug) => [slug, 'Same text'])]
  const listed = Pairs?.rows.map((row) => [row.Input, row['Outcome of the candidate']])
  expect(listed?.toSorted()).toEqual(wanted.toSorted())
  expect(Pairs?.rows.filter((row) => row['Must-pass failure of']).map((row) => row.Input)).toEqual([failing])

  await screen.openRecord.click()
  await expect(screen.heading(`Model test, ${workflow}`)).toBeVisible()
  await expect(page.getByRole('main')).toContainText('Switched to GPT 4')
  await expectAccessible(page, 'record of a model test')
}
