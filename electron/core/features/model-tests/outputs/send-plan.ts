import type { SendPlan } from '../../../../../shared/contract/model-tests/outputs.ts'
import type { Side } from '../../../../../shared/contract/model-tests/test.ts'
import { fillingProblem, questionPieces } from '../../../../../shared/domain/model-tests/model-question.ts'
import { samplingNames } from '../../../../../shared/domain/model-tests/model-settings.ts'
import { costOf } from '../../../../../shared/domain/model-tests/token-cost.ts'
import { listPersonalData } from '../../../../../shared/domain/text/personal-data.ts'
import { AppError } from '../../../../../shared/errors.ts'
import { noKeyMessage } from '../../provider/accounts.ts'
import type { NewCall } from '../../provider/calls.ts'
import { charactersOf } from '../../provider/sending.ts'
import type { Provider } from '../../provider/service.ts'
import type { Evaluator } from '../compare/evaluator.ts'
import type { ModelTestsRepository } from '../repository.ts'
import type { TestInput, TestRow } from '../rows.ts'
import { inputTokensOf, type Questions, textOf } from './questions.ts'
import type { TokenCounts } from './token-counts.ts'

type Needs = {
  questions: Questions
  counts: Pick<TokenCounts, 'of'>
  evaluator: Evaluator
  provider: Pick<Provider, 'accounts' | 'priceOf'>
  workflowName: (workflowId: number) => string
}

/** Of an answer that is still to come. */
const charactersPerToken = 4

type Planned = NewCall & { input: TestInput }

/** Says what would leave this computer. Nothing does by saying so: tokens are estimated here, unless they were counted. */
export function createSendPlans(repository: ModelTestsRepository, needs: Needs) {
  const { questions, counts, evaluator, workflowName } = needs
  const { accounts, priceOf } = needs.provider

  function calls(test: TestRow): Planned[] {
    const outputs = questions.missing(test.id)
    return test.use_evaluator === 1 ? [...outputs, ...evaluator.missing(test.id, outputs)] : outputs
  }

  /** An evaluation of outputs that are still to come is reckoned with answers of full length. */
  function sizeOf({ input, purpose, target }: Planned) {
    const question = questions.of({ inputId: input.id, purpose, target })
    const { provider, model, maxTokens: outputTokens } = question
    const coming = purpose === 'output' ? 0 : tokensComing(input)
    const inputTokens = (counts.of(question) ?? inputTokensOf(question)) + coming
    const characters = charactersOf(question) + coming * charactersPerToken
    return {
      model,
      isCounted: counts.of(question) !== undefined,
      characters,
      inputTokens,
      cost: costOf({ inputTokens, outputTokens }, priceOf(provider, model)),
    }
  }

  function tokensComing({ id, testId, workflowId }: TestInput): number {
    const setUp = repository.setUp(testId, workflowId)
    if (!setUp) return 0
    return (['current', 'candidate'] as const)
      .filter((side) => !repository.hasOutput(id, side))
      .reduce((sum, side) => sum + setUp[side].maxTokens, 0)
  }

  function missingPrices(planned: readonly Planned[]): string[] {
    const asked = planned.map((each) => questions.of(each))
    const unpriced = asked.filter(({ provider, model }) => priceOf(provider, model) === null)
    return [...new Set(unpriced.map(({ model }) => model))].sort()
  }

  const providersOf = (planned: readonly Planned[]) => [
    ...new Set(planned.map((each) => questions.of(each).provider)),
  ]

  /** Names of the providers that are asked, and have no key yet. */
  const missingKeys = (planned: readonly Planned[]) =>
    providersOf(planned)
      .filter((id) => !accounts.hasKey(id))
      .map((id) => accounts.find(id).provider.name)

  function obstacle(test: TestRow, planned: readonly Planned[]): string | null {
    if (test.state === 'setting_up') {
      return 'Lock the set-up first: the rule is agreed before any output is there.'
    }
    if (test.state !== 'collecting') return 'Judging has begun, so no more outputs are fetched.'
    if (planned.length === 0) {
      const { inputs, outputs } = repository.outputCounts(test.id)
      if (outputs === 2 * inputs) return 'Every output is here already.'
      return 'No side with missing outputs names a model id, so nothing can be fetched. Paste or import those outputs.'
    }
    const unfilled = unfilledOf(test.id)
    if (unfilled !== null) return unfilled
    const missing = missingKeys(planned)
    return missing.length > 0 ? noKeyMessage(missing) : null
  }

  /** Tests locked before variables were asked for may have some left. */
  function unfilledOf(testId: number): string | null {
    for (const { workflowId, current, candidate, filling } of repository.workflows(testId)) {
      for (const { instructions, model } of [current, candidate]) {
        const problem = model === '' ? null : fillingProblem(instructions, filling)
        if (problem === null) continue
        return `${workflowName(workflowId)}: ${problem} Copy this as a new test to do so, or paste the outputs.`
      }
    }
    return null
  }

  function sidesOf(planned: readonly Planned[]): SendPlan['sides'] {
    const outputs = planned.filter(({ purpose }) => purpose === 'output')
    const groups = Map.groupBy(outputs, ({ input, target }) => `${input.workflowId} ${target}`)
    return [...groups.values()].flatMap((group) => {
      const [first] = group
      if (!first) return []
      const side = first.target === 'current' ? 'current' : 'candidate'
      const { model } = questions.output(first.input, side)
      return [{ workflowName: workflowName(first.input.workflowId), side, model, calls: group.length }]
    })
  }

  /** One whole request of each side, as the provider would get it. */
  function previews(planned: readonly Planned[]): SendPlan['previews'] {
    const outputs = planned.filter(({ purpose }) => purpose === 'output')
    const groups = Map.groupBy(outputs, ({ input, target }) => `${input.workflowId} ${target}`)
    const firsts = [...groups.values()].flatMap((group) => group.slice(0, 1))
    return firsts.flatMap(({ input, target }) => {
      const { testId, workflowId, name: inputName } = input
      const setUp = repository.setUp(testId, workflowId)
      if (!setUp) return []
      const side = target as Side
      const { provider, ...question } = questions.output(input, side)
      const { sent, notSent } = questions.settings(setUp, side)
      const pieces = questionPieces(setUp[side].instructions, textOf(input), setUp.filling)
      return {
        ...{ workflowId, workflowName: workflowName(workflowId), side, inputName },
        ...{ host: accounts.hostOf(provider), model: question.model, maxTokens: question.maxTokens },
        settings: samplingNames.flatMap((name) => {
          const value = sent[name]
          return value === undefined ? [] : [{ name, value }]
        }),
        ...{ notSent, instructions: pieces.instructions, message: pieces.input },
        body: accounts.find(provider).provider.body(question),
      }
    })
  }

  function personal(planned: readonly Planned[]): SendPlan['personal'] {
    const inputs = new Map(planned.map(({ input }) => [input.id, input]))
    return [...inputs.values()].flatMap(({ id, name, text, isMasked }) => {
      const found = listPersonalData(text)
      return found.length > 0 ? [{ inputId: id, name, found, isMasked }] : []
    })
  }

  return {
    /** The answers a run would ask for, outputs first. */
    calls,
    providersOf,
    obstacle,
    plan(test: TestRow): SendPlan {
      const planned = calls(test)
      const sizes = planned.map(sizeOf)
      const evaluations = planned.filter(({ purpose }) => purpose === 'evaluation')
      return {
        hosts: providersOf(planned).map(accounts.hostOf),
        calls: planned.length,
        characters: sizes.reduce((sum, { characters }) => sum + characters, 0),
        inputTokens: sizes.reduce((sum, { inputTokens }) => sum + inputTokens, 0),
        areTokensCounted: sizes.every(({ isCounted }) => isCounted),
        costAtMost: sizes.reduce<number | null>(
          (sum, { cost }) => (sum === null || cost === null ? null : sum + cost),
          0,
        ),
        missingPrices: missingPrices(planned),
        missingKeys: missingKeys(planned),
        sides: sidesOf(planned),
        previews: previews(planned),
        evaluator:
          evaluations.length === 0
            ? null
            : {
                models: [...new Set(evaluations.map((each) => questions.of(each).model))],
                calls: evaluations.length,
              },
        personal: personal(planned),
        obstacle: obstacle(test, planned),
      }
    },
    /** Throws CONFLICT where a cap cannot be kept. */
    assertPriced(planned: readonly Planned[], cap: number | null) {
      if (cap === null) return
      const missing = missingPrices(planned)
      if (missing.length === 0) return
      throw new AppError(
        'CONFLICT',
        `There is no price for ${missing.map((model) => `“${model}”`).join(', ')}, so what a call costs is unknown and a spending cap can’t be kept. Enter the price, or start without a cap. Nothing was sent.`,
      )
    },
  }
}
