import type { Side } from '../../../../../shared/contract/model-tests/test.ts'
import type { Price } from '../../../../../shared/contract/provider.ts'
import { modelQuestion } from '../../../../../shared/domain/model-tests/model-question.ts'
import { samplingNames, settingsToSend } from '../../../../../shared/domain/model-tests/model-settings.ts'
import { costOf, estimateTokens } from '../../../../../shared/domain/model-tests/token-cost.ts'
import { mask } from '../../../../../shared/domain/text/personal-data.ts'
import type { Call, NewCall } from '../../provider/calls.ts'
import type { ProviderQuestion } from '../../provider/sending.ts'
import type { Provider } from '../../provider/service.ts'
import type { Evaluator } from '../compare/evaluator.ts'
import type { ModelTestsRepository } from '../repository.ts'
import type { SetUp, TestInput } from '../rows.ts'

export type Questions = ReturnType<typeof createQuestions>

const sides: readonly Side[] = ['current', 'candidate']

/** What is asked of which model, for every answer of a test that can be fetched. */
export function createQuestions(
  repository: ModelTestsRepository,
  evaluator: Evaluator,
  takes: Provider['takes'],
) {
  /** What a side sends and what not; fixed once one of its outputs was fetched. */
  function settings(setUp: SetUp, side: Side) {
    const { provider, model, settings: recorded } = setUp[side]
    const fixed = setUp.sent?.[side]
    const taken = fixed ? samplingNames.filter((name) => name in fixed) : takes(provider, model)
    return settingsToSend(recorded, taken)
  }

  function output(input: TestInput, side: Side): ProviderQuestion {
    const setUp = repository.setUp(input.testId, input.workflowId)
    if (!setUp) throw new Error(`Input ${input.id} belongs to no workflow of its test`)
    const { provider, model, maxTokens, instructions } = setUp[side]
    const { sent: sampling } = settings(setUp, side)
    return {
      provider,
      model,
      maxTokens,
      sampling,
      ...modelQuestion(instructions, textOf(input), setUp.filling),
    }
  }

  return {
    output,
    settings,
    /** Fixes the settings of sides that nothing was fetched for yet. Inside the caller's transaction. */
    fixSettings(testId: number) {
      const fetched = new Set(
        repository
          .outputs(testId)
          .filter(({ source }) => source === 'api')
          .map(({ inputId, side }) => `${repository.input(inputId)?.workflowId} ${side}`),
      )
      for (const { workflowId, setVersion, changeNumber: _, ...setUp } of repository.workflows(testId)) {
        const open = sides.filter((side) => !fetched.has(`${workflowId} ${side}`))
        const fresh = open.map((side) => [side, settings({ ...setUp, sent: {} }, side).sent])
        const sent = { ...setUp.sent, ...Object.fromEntries(fresh) }
        repository.freeze(testId, workflowId, { ...setUp, sent }, setVersion)
      }
    },
    /** For a call that can be asked now: an evaluation needs both outputs. */
    of(call: Pick<Call, 'inputId' | 'purpose' | 'target'>): ProviderQuestion {
      const input = repository.input(call.inputId)
      if (!input) throw new Error(`Input ${call.inputId} is not there`)
      return call.purpose === 'output'
        ? output(input, call.target as Side)
        : evaluator.question(input, call.target)
    },
    /** Outputs that are missing and can be fetched, since their side names a model: by input, current side first. */
    missing(testId: number): (NewCall & { input: TestInput; target: Side })[] {
      const there = new Set(repository.outputs(testId).map(({ inputId, side }) => `${inputId} ${side}`))
      const setUps = new Map(repository.workflows(testId).map((setUp) => [setUp.workflowId, setUp]))
      return repository
        .inputs(testId)
        .flatMap((input) =>
          sides
            .filter((side) => setUps.get(input.workflowId)?.[side].model && !there.has(`${input.id} ${side}`))
            .map((side) => ({ inputId: input.id, purpose: 'output' as const, target: side, input })),
        )
    },
  }
}

/** An input as it goes out. */
export const textOf = ({ isMasked, text }: TestInput) => (isMasked ? mask(text) : text)

/** About how many tokens are sent. */
export const inputTokensOf = ({ instructions, input }: ProviderQuestion) =>
  estimateTokens(instructions) + estimateTokens(input)

/** US dollars with an answer of full length; null without a price. */
export function costAtMost(
  question: ProviderQuestion,
  price: Pick<Price, 'input' | 'output'> | null,
): number | null {
  return costOf({ inputTokens: inputTokensOf(question), outputTokens: question.maxTokens }, price)
}
