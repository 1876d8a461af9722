import type { ModelTest, RunProgress, Side } from '../../../../../shared/contract/model-tests/test.ts'
import { AppError } from '../../../../../shared/errors.ts'
import type { Context } from '../../../context.ts'
import type { Handlers } from '../../../handlers.ts'
import type { Provider } from '../../provider/service.ts'
import type { Standards } from '../../standards/service.ts'
import { createEvaluator, type SteadyVerdict, steadyVerdicts } from '../compare/evaluator.ts'
import type { ModelTestsRepository } from '../repository.ts'
import type { TestRow } from '../rows.ts'
import { createFetching, type Run } from './fetching.ts'
import { createQuestions } from './questions.ts'
import { createRunControl, type RunEnd } from './run-control.ts'
import { cancelMessage, closedMessage, finished, waitMessage } from './run-words.ts'
import { createSendPlans } from './send-plan.ts'
import { createTokenCounts } from './token-counts.ts'

type Needs = {
  provider: Pick<Provider, 'ledger' | 'calls' | 'accounts' | 'sender' | 'priceOf' | 'takes'>
  standards: Pick<Standards, 'find' | 'standard'>
  workflowName: (workflowId: number) => string
  /** The first back-off in milliseconds. */
  backOffMs?: number
}

type Methods = 'sendPlan' | 'countTokens' | 'mask' | 'startRun' | 'pauseRun' | 'cancelRun'

export type Runner = Pick<Handlers<'modelTests'>, Methods> & {
  progress: (testId: number) => ModelTest['run']
  isRunning: (testId: number) => boolean
  /** What the evaluator said with the same verdict in both orders; nothing of it may be shown before the reveal. */
  evaluations: (testId: number) => SteadyVerdict[]
  /** Ends what was on its way when Evenkeel last stopped, ledger and all. Call when a company is opened. */
  recover: () => void
}

type Active = Run & { ended: Promise<void> }

const announceEveryMs = 250

/** Fetches the outputs of model tests through the API. Nothing is sent before `startRun`. */
export function createRunner(context: Context, repository: ModelTestsRepository, needs: Needs): Runner {
  const { events, jobs } = context
  const command = context.commands('modelTests')
  const { provider, standards, workflowName, backOffMs = 2000 } = needs
  const { calls } = provider
  const evaluator = createEvaluator(repository, { standards })
  const questions = createQuestions(repository, evaluator, provider.takes)
  const counts = createTokenCounts(provider)
  const plans = createSendPlans(repository, { questions, counts, evaluator, workflowName, provider })
  const changed = createThrottle(() => events.changed('modelTests'))
  const fetching = createFetching(context, {
    ...{ repository, questions, evaluator, provider, backOffMs, changed },
  })
  /** The run of each test that is under way, or was last. */
  const active = new Map<number, Active>()

  function find(id: number): TestRow {
    const test = repository.test(id)
    if (!test) throw new AppError('NOT_FOUND', 'That model test is not here any more.')
    return test
  }

  const isRunning = (testId: number) => active.get(testId)?.control.end() === null

  function progress(testId: number): RunProgress {
    const { run_state, run_message, run_seconds, cap } = find(testId)
    const heldMs = active.get(testId)?.control.heldMs() ?? null
    const { failed: _, ...counts } = calls.callCounts(testId)
    // A full disk may have kept the end from being written.
    const end = run_state === 'running' ? active.get(testId)?.control.end() : null
    return {
      ...counts,
      state: end?.state ?? run_state,
      message: heldMs === null ? (end?.message ?? run_message) : waitMessage(heldMs),
      cost: calls.cost(testId),
      cap,
      secondsUsed: run_seconds,
    }
  }

  /** Inside the caller's transaction. */
  function setState(
    id: number,
    { state, message }: RunEnd,
    actor: 'owner' | 'evenkeel',
    cap?: number | null,
  ) {
    const before = { state: find(id).run_state }
    repository.setRunState(id, state, message)
    const after = { state, ...(message === null ? {} : { message }), ...(cap === undefined ? {} : { cap }) }
    command.log({ actor, action: 'run', entity: 'model_test', entityId: id, before, after })
  }

  /** Plans what is missing and goes for it, once an earlier run has come to its end. */
  function start(test: TestRow, cap: number | null, locale: string) {
    const { id: testId } = test
    const planned = plans.calls(test)
    const obstacle = plans.obstacle(test, planned)
    if (obstacle !== null) throw new AppError('CONFLICT', obstacle)
    plans.assertPriced(planned, cap)
    const send = provider.sender(plans.providersOf(planned))
    const before = active.get(testId)
    command(() => {
      repository.setCap(testId, cap)
      questions.fixSettings(testId)
      calls.plan(testId, planned)
      settleThere(testId)
      setState(testId, { state: 'running', message: null }, 'owner', cap)
    })
    const run: Run = {
      testId,
      cap,
      locale,
      send,
      control: createRunControl(),
      lap: createLap(),
      refused: new Map(),
    }
    jobs.start('model_test', async ({ signal }) => {
      const close = () =>
        run.control.stop({
          state: 'paused',
          message: closedMessage(calls.callCounts(testId).inFlight),
        })
      signal.addEventListener('abort', close)
      if (signal.aborted) close()
      const ended = Promise.resolve(before?.ended).then(() => drive(test, run))
      active.set(testId, { ...run, ended: ended.catch(() => {}) })
      await ended
      return {}
    })
  }

  async function drive(test: TestRow, run: Run) {
    const { control, testId } = run
    try {
      endLost(testId)
      await fetching.fetchAll(run, 'output')
      if (test.use_evaluator === 1 && control.end() === null) {
        settleSame(testId)
        await fetching.fetchAll(run, 'evaluation')
      }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
    } finally {
      conclude(run)
    }
  }

  /** Planned outputs that came another way are done. Inside the caller's transaction. */
  function settleThere(testId: number) {
    const there = calls
      .unsettled(testId, 'output')
      .filter(({ inputId, target }) => repository.hasOutput(inputId, target as Side))
    calls.settle(there.map(({ id }) => id))
  }

  /** Tests that were fetching when Evenkeel last stopped, or had an answer on its way. */
  const interrupted = () =>
    [...new Set([...repository.fetching(), ...calls.testsOnTheirWay()])].sort((a, b) => a - b)

  /** Evaluations whose two texts turned out to be the same need no asking. */
  function settleSame(testId: number) {
    const same = calls
      .open(testId, 'evaluation')
      .filter(({ inputId }) => evaluator.readiness(inputId) === 'same')
    command.unlogged(() => calls.settle(same.map(({ id }) => id)))
  }

  /** Writes how the run ended, unless the owner has gone on already. */
  function conclude({ testId, control, lap, refused }: Run) {
    control.halt(finished(calls.callCounts(testId).failed, [...refused.values()]))
    const isLast = active.get(testId)?.control === control
    command.unlogged(() => {
      if (isLast) endLost(testId)
      repository.addRunSeconds(testId, lap())
      settleThere(testId)
      const { done, total } = calls.callCounts(testId)
      const end = done === total ? finished(0) : control.end()
      const { run_state, run_message } = find(testId)
      if (!isLast || end === null || (end.state === run_state && end.message === run_message)) return
      setState(testId, end, 'evenkeel')
    })
    if (isLast) active.delete(testId)
  }

  /** Ends requests that nobody waits for any more; they may have been paid. */
  function endLost(testId: number) {
    for (const requestId of calls.inFlight(testId)) {
      provider.ledger.maybePaid(requestId, 'The answer could not be kept.')
    }
  }

  /** Ends a run by the owner's hand; where none is under way only the words change. */
  function endRun(id: number, end: RunEnd, how: 'halt' | 'stop') {
    active.get(id)?.control[how](end)
    command(() => setState(id, end, 'owner'))
    return progress(id)
  }

  return {
    progress,
    isRunning,
    evaluations: (testId) => steadyVerdicts(repository.evaluations(testId)),
    async sendPlan({ id }) {
      await provider.accounts.opened()
      return plans.plan(find(id))
    },
    async countTokens({ id }, { signal }) {
      await provider.accounts.opened()
      const test = find(id)
      const planned = plans.calls(test)
      const obstacle = plans.obstacle(test, planned)
      if (obstacle !== null) throw new AppError('CONFLICT', obstacle)
      const outputs = planned.filter(({ purpose }) => purpose === 'output')
      await counts.count(
        id,
        outputs.map((each) => questions.of(each)),
        signal,
      )
      return plans.plan(test)
    },
    mask({ inputId, isMasked }) {
      const input = repository.input(inputId)
      if (!input) throw new AppError('NOT_FOUND', 'That input is not here any more.')
      if (input.isMasked === isMasked) return null
      command(() => {
        repository.mask(inputId, isMasked)
        const [before, after] = [{ isMasked: input.isMasked }, { isMasked }]
        command.log({
          action: 'mask',
          entity: 'test_input',
          entityId: inputId,
          before,
          after,
        })
      })
      return null
    },
    async startRun({ id, cap }, call) {
      // The keychain may still be asking.
      await provider.accounts.opened()
      const test = find(id)
      if (!isRunning(id)) start(test, cap, call.locale)
      return progress(id)
    },
    pauseRun({ id }) {
      if (!isRunning(id)) return progress(id)
      return endRun(id, { state: 'paused', message: null }, 'halt')
    },
    cancelRun({ id }) {
      if (find(id).run_state === 'idle') return progress(id)
      const { inFlight } = calls.callCounts(id)
      return endRun(id, { state: 'stopped', message: cancelMessage(inFlight) }, 'stop')
    },
    recover() {
      command(() => {
        const lost = interrupted().map((id) => ({ id, inFlight: calls.inFlight(id).length }))
        provider.ledger.recover()
        for (const { id, inFlight } of lost) {
          const { done, total } = calls.callCounts(id)
          const paused: RunEnd = { state: 'paused', message: closedMessage(inFlight) }
          setState(id, done === total ? finished(0) : paused, 'evenkeel')
        }
      })
    },
  }
}

/** Seconds since the last asking, by a clock that is never set. */
function createLap(): () => number {
  let since = performance.now()
  return () => {
    const before = since
    since = performance.now()
    return (since - before) / 1000
  }
}

/** Fires at once, and then at most every `announceEveryMs` as long as there is news. */
function createThrottle(fire: () => void): () => void {
  let last = Number.NEGATIVE_INFINITY
  let timer: NodeJS.Timeout | null = null
  return () => {
    if (timer !== null) return
    const wait = Math.max(0, last + announceEveryMs - performance.now())
    timer = setTimeout(() => {
      timer = null
      last = performance.now()
      fire()
    }, wait)
    timer.unref()
  }
}
