import type { Side } from '../../../../../shared/contract/model-tests/test.ts'
import { formatDollars, wouldExceed } from '../../../../../shared/domain/model-tests/token-cost.ts'
import { AppError } from '../../../../../shared/errors.ts'
import type { Answer, ApiFailure } from '../../../ai/port.ts'
import type { Context } from '../../../context.ts'
import type { Call } from '../../provider/calls.ts'
import type { ProviderQuestion, Sender } from '../../provider/sending.ts'
import type { Provider } from '../../provider/service.ts'
import type { Evaluator } from '../compare/evaluator.ts'
import type { ModelTestsRepository } from '../repository.ts'
import { costAtMost, type Questions } from './questions.ts'
import type { RunControl } from './run-control.ts'

const lanes = 4
const triesAtMost = 3
const longestBackOffMs = 60_000
const unforeseen = 'Something went wrong, so the run was stopped. What is here is kept. Go on to try again.'

/**
 * One run of a test. `lap` gives the seconds since it was last asked; `locale` is of whoever started it; `refused`
 * says of models why nothing more is asked of them.
 */
export type Run = {
  testId: number
  cap: number | null
  locale: string
  send: Sender
  control: RunControl
  lap: () => number
  refused: Map<string, string>
}

type Needs = {
  repository: ModelTestsRepository
  questions: Questions
  evaluator: Evaluator
  provider: Pick<Provider, 'calls' | 'priceOf'>
  /** The first back-off in milliseconds; it doubles from there. */
  backOffMs: number
  /** Called after every commit. */
  changed: () => void
}

/** Fetches planned answers, four at a time. An answer is on disk in the same step in which its call is done. */
export function createFetching({ clock }: Pick<Context, 'clock'>, needs: Needs) {
  const { repository, questions, evaluator, provider, backOffMs, changed } = needs
  const { calls, priceOf } = provider

  const backOff = (tries: number) => Math.min(backOffMs * 2 ** (tries - 1), longestBackOffMs)

  /** Asks for every planned answer of this kind; resolves when none is left to ask for, or the run has ended. */
  async function fetchAll(run: Run, purpose: Call['purpose']) {
    const queue = calls
      .open(run.testId, purpose)
      .filter(({ inputId }) => purpose === 'output' || evaluator.readiness(inputId) === 'ready')
    const state = { inFlight: 0, waits: 0 }
    async function lane() {
      for (let call = queue.shift(); call && run.control.end() === null; call = queue.shift()) {
        if ((await attempt(run, call, state)) === 'put_back') {
          queue.unshift(call)
          return
        }
      }
    }
    const ended = await Promise.allSettled(Array.from({ length: lanes }, () => lane().catch(giveUp)))
    for (const each of ended) if (each.status === 'rejected') throw each.reason

    // Above all a full disk: no lane can go on, and what is on its way cannot be kept.
    function giveUp(error: unknown): never {
      run.control.stop({ state: 'stopped', message: error instanceof AppError ? error.message : unforeseen })
      throw error
    }
  }

  /** One answer, in up to three tries. `put_back`: it waits for what others spend. */
  async function attempt(
    run: Run,
    call: Call,
    state: { inFlight: number; waits: number },
  ): Promise<'settled' | 'put_back'> {
    const { control } = run
    for (let tries = 1; tries <= triesAtMost; ) {
      await control.gate()
      if (control.end() !== null) return 'settled'
      if (call.purpose === 'output' && repository.hasOutput(call.inputId, call.target as Side))
        return 'settled'
      const question = questions.of(call)
      if (run.refused.has(question.model)) return 'settled'
      const overrun = overCap(run, question)
      if (overrun !== null) {
        if (state.inFlight > 0) return 'put_back'
        control.halt({ state: 'stopped', message: overrun })
        return 'settled'
      }
      state.inFlight++
      const failure = await ask(run, call, question, tries).finally(() => state.inFlight--)
      if (failure === null) {
        state.waits = 0
        return 'settled'
      }
      if (failure.kind === 'stop') control.halt({ state: 'stopped', message: failure.message })
      if (failure.kind === 'stop_model') run.refused.set(question.model, failure.message)
      if (failure.kind === 'wait') control.holdFor(failure.retryAfterMs ?? backOff(++state.waits))
      if (failure.kind === 'retry' || failure.kind === 'maybe_paid') {
        if (tries < triesAtMost) await control.pause(failure.retryAfterMs ?? backOff(tries))
        tries++
      }
      changed()
      if (failure.kind === 'skip' || failure.kind === 'stop_model') return 'settled'
    }
    return 'settled'
  }

  /** Why the next answer would break the cap, counting what is on its way or maybe paid at full price; null if not. */
  function overCap({ testId, cap, locale }: Run, question: ProviderQuestion): string | null {
    if (cap === null) return null
    const atMost = (asked: ProviderQuestion) => costAtMost(asked, priceOf(asked.provider, asked.model))
    const { known, open } = calls.spending(testId)
    const spent = open.reduce<number | null>((sum, call) => {
      const cost = atMost(questions.of(call))
      return sum === null || cost === null ? null : sum + cost
    }, known)
    const next = atMost(question)
    if (spent !== null && !wouldExceed(spent, next, cap)) return null
    const name = `The spending cap of ${formatDollars(cap, locale)}`
    if (next === null || spent === null) {
      return `${name} can’t be kept any more: there is no price for “${question.model}”. Enter it, or go on without a cap.`
    }
    return `${name} is reached: the next answer could cost up to ${formatDollars(Math.ceil(next * 100) / 100, locale)}. What is here is kept. Raise the cap to go on, or paste what is missing.`
  }

  async function ask(
    run: Run,
    call: Call,
    question: ProviderQuestion,
    tries: number,
  ): Promise<ApiFailure | null> {
    const { testId, send, control } = run
    const { id: callId, purpose } = call
    const failure = await send(
      { callId, testId, purpose, question },
      {
        signal: control.cut,
        isLastTry: tries === triesAtMost,
        onSent: changed,
        keep: (answer, cost) => keep(run, call, answer, cost),
      },
    )
    if (failure === null) changed()
    return failure
  }

  /** Inside the transaction that ends the request. */
  function keep(
    { testId, lap }: Run,
    { inputId, purpose, target }: Call,
    answer: Answer,
    cost: number | null,
  ) {
    repository.addRunSeconds(testId, lap())
    if (purpose === 'evaluation') return evaluator.keep(inputId, target, answer.text)
    const side = target as Side
    // What the owner put in while the answer was on its way stays.
    if (repository.hasOutput(inputId, side)) return
    const { text, milliseconds, inputTokens, outputTokens, stopReason } = answer
    const receivedAt = clock.now()
    const figures = { milliseconds, inputTokens, outputTokens, cost, stopReason }
    repository.storeOutput(inputId, side, { text, source: 'api', receivedAt, ...figures })
  }

  return { fetchAll }
}
