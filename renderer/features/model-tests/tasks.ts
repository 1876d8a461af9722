import type { ModelTest } from '../../../shared/contract/model-tests/test.ts'
import type { TaskState } from '../../../shared/contract/reviews/reviews.ts'
import { count } from '../../parts/tasks/words.ts'
import { collectedWords, decidedSentence, judgedWords, testPath } from './test-words.ts'
import { words } from './words.ts'

/** A row of a test's task list: what to do, how far it is, and the page that does it. */
export type TestTask = {
  readonly title: string
  readonly detail: string
  readonly state: TaskState
  readonly path: string
}

/** The four steps of a test, in their order. */
export function tasksOf(test: ModelTest, locale: string): TestTask[] {
  const path = (page: string) => `${testPath(test.id)}/${page}`
  return [
    { title: words.setUp, ...setUpTask(test), path: path('set-up') },
    { title: words.getTheOutputs, ...outputsTask(test), path: path('outputs') },
    { title: words.compareBlind, ...compareTask(test), path: path('compare') },
    { title: words.revealAndDecide, ...decideTask(test, locale), path: path('result') },
  ]
}

/** The step to go on with; null when the test is decided. */
export function nextTask(tasks: readonly TestTask[]): TestTask | null {
  const open = tasks.filter(({ state }) => state === 'in_progress' || state === 'not_started')
  return open[0] ?? null
}

/** The button that leads to a step. */
export function goWords({ title, state }: TestTask): string {
  return state === 'in_progress' ? `Continue: ${title.toLowerCase()}` : title
}

type Stand = Pick<TestTask, 'detail' | 'state'>

function setUpTask({ state, workflows, lockedAt }: ModelTest): Stand {
  const inputs = workflows.reduce((sum, { inputCount }) => sum + inputCount, 0)
  if (state !== 'setting_up' || lockedAt !== null) {
    return { detail: words.ruleAgreedFixed(count(inputs, 'input')), state: 'completed' }
  }
  return { detail: words.namesInstructionsAndTheRule, state: 'in_progress' }
}

function outputsTask(test: ModelTest): Stand {
  const { state, collected, expected } = test
  if (state === 'setting_up') return { detail: words.agreeTheRuleFirst, state: 'cannot_start' }
  const detail = collectedWords(test)
  if (state !== 'collecting' || collected >= expected) return { detail, state: 'completed' }
  return { detail, state: collected === 0 ? 'not_started' : 'in_progress' }
}

function compareTask(test: ModelTest): Stand {
  const { state, collected, expected, judged, pairs } = test
  if (state === 'setting_up' || (state === 'collecting' && collected < expected)) {
    return { detail: words.needsEveryOutput, state: 'cannot_start' }
  }
  if (state === 'collecting') return { detail: words.theNamesAreHidden, state: 'not_started' }
  if (pairs === 0) return { detail: words.bothSidesWroteTheSame, state: 'completed' }
  const detail = judgedWords(test)
  if (state !== 'judging' || judged === pairs) return { detail, state: 'completed' }
  return { detail, state: judged === 0 ? 'not_started' : 'in_progress' }
}

function decideTask(test: ModelTest, locale: string): Stand {
  const { state, judged, pairs } = test
  if (state === 'decided') return { detail: decidedSentence(test, locale), state: 'completed' }
  if (state === 'revealed') return { detail: words.theNamesAreRevealed, state: 'in_progress' }
  if (state !== 'judging' || (judged === 0 && pairs > 0))
    return { detail: words.judgeThePairsFirst, state: 'cannot_start' }
  const rest = judged === pairs ? words.everyPairIsJudged : words.possibleBeforeTheLastPair
  return { detail: rest, state: 'not_started' }
}
