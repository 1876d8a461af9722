import type { SendPlan } from '../../../../../shared/contract/model-tests/outputs.ts'
import type { Price } from '../../../../../shared/contract/provider.ts'
import { costOf } from '../../../../../shared/domain/model-tests/token-cost.ts'
import { listPersonalData } from '../../../../../shared/domain/text/personal-data.ts'
import { AppError } from '../../../../../shared/errors.ts'
import type { Evaluator } from '../compare/evaluator.ts'
import type { ModelTestsRepository } from '../repository.ts'
import type { TestInput, TestRow } from '../rows.ts'
import type { NewCall } from './calls.ts'
import { charactersOf, inputTokensOf, type Questions } from './questions.ts'

type Needs = {
  questions: Questions
  evaluator: Evaluator
  host: string
  hasKey: () => boolean
  priceOf: (model: string) => Price | null
  workflowName: (workflowId: number) => string
}

/** What a run would fetch, and in which words it cannot. */

/** Of an answer that is still to come. */
const charactersPerToken = 4

type Planned = NewCall & { input: TestInput }

/** Says what would leave this computer. Nothing does by saying so: tokens are estimated here. */
export function createSendPlans(repository: ModelTestsRepository, needs: Needs) {
  const { questions, evaluator, host, hasKey, priceOf, workflowName } = needs

  function calls(test: TestRow): Planned[] {
    const outputs = questions.missing(test.id)
    return test.use_evaluator === 1 ? [...outputs, ...evaluator.missing(test.id, outputs)] : outputs
  }

  /** An evaluation of outputs that are still to come is reckoned with answers of full length. */
  function sizeOf({ input, purpose, target }: Planned) {
    const question = questions.of({ inputId: input.id, purpose, target })
    const { model, maxTokens: outputTokens } = question
    const coming = purpose === 'output' ? 0 : tokensComing(input)
    const inputTokens = inputTokensOf(question) + coming
    const characters = charactersOf(question) + coming * charactersPerToken
    return { model, characters, inputTokens, cost: costOf({ inputTokens, outputTokens }, priceOf(model)) }
  }

  function tokensComing({ id, testId, workflowId }: TestInput): number {
    const setUp = repository.setUp(testId, workflowId)
    if (!setUp) return 0
    return (['current', 'candidate'] as const)
      .filter((side) => !repository.hasOutput(id, side))
      .reduce((sum, side) => sum + setUp[side].maxTokens, 0)
  }

  function missingPrices(planned: readonly Planned[]): string[] {
    const models = new Set(planned.map((each) => questions.of(each).model))
    return [...models].filter((model) => priceOf(model) === null).sort()
  }

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
    if (!hasKey()) return 'There is no API key yet. Enter it in Settings, under Model tests.'
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
    obstacle,
    plan(test: TestRow): SendPlan {
      const planned = calls(test)
      const sizes = planned.map(sizeOf)
      const evaluations = planned.filter(({ purpose }) => purpose === 'evaluation')
      return {
        host,
        calls: planned.length,
        characters: sizes.reduce((sum, { characters }) => sum + characters, 0),
        inputTokens: sizes.reduce((sum, { inputTokens }) => sum + inputTokens, 0),
        areTokensCounted: false,
        costAtMost: sizes.reduce<number | null>(
          (sum, { cost }) => (sum === null || cost === null ? null : sum + cost),
          0,
        ),
        missingPrices: missingPrices(planned),
        sides: sidesOf(planned),
        evaluator:
          evaluations.length === 0
            ? null
            : {
                models: [
                  ...new Set(evaluations.map(({ input }) => evaluator.judgeOf(test.id, input.workflowId))),
                ],
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
