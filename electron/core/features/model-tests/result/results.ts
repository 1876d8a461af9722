import type { RevealedPair, TestResult } from '../../../../../shared/contract/model-tests/result.ts'
import type { Side } from '../../../../../shared/contract/model-tests/test.ts'
import {
  type Judgement,
  type Outcome,
  summarise,
} from '../../../../../shared/domain/model-tests/model-test.ts'
import {
  steadinessSentence,
  testCaution,
  testSentence,
} from '../../../../../shared/domain/model-tests/model-test-sentences.ts'
import { wordKeys } from '../../../../../shared/domain/text/words.ts'
import { checksFailedBy } from '../../../heavy/heavy.ts'
import type { Workflows } from '../../workflows/service.ts'
import { agreementOn } from '../compare/agreement.ts'
import { createJudgements } from '../compare/judgements.ts'
import type { Runner } from '../outputs/runner.ts'
import type { ModelTestsRepository } from '../repository.ts'
import type { OutputRow, PairRow, TestedWorkflow, TestInput } from '../rows.ts'

type Needs = { workflows: Pick<Workflows, 'nameOf'>; runner: Pick<Runner, 'evaluations'> }
type Outputs = ReadonlyMap<Side, OutputRow>

/** What matters most first: failures, then what got worse. */
const ranks: Readonly<Record<Outcome, number>> = { worse: 1, both_bad: 2, same: 3, better: 4, not_judged: 5 }

/** What came out of a test. Only for tests whose names are revealed. */
export function createResults(repository: ModelTestsRepository, { workflows, runner }: Needs) {
  const judgements = createJudgements(repository)

  function outputsOf(testId: number): Map<number, Map<Side, OutputRow>> {
    const byInput = new Map<number, Map<Side, OutputRow>>()
    for (const row of repository.outputs(testId)) {
      const sides = byInput.get(row.inputId) ?? new Map<Side, OutputRow>()
      byInput.set(row.inputId, sides.set(row.side, row))
    }
    return byInput
  }

  function resultOf(testId: number, workflow: TestedWorkflow, outputs: readonly Outputs[]): TestResult {
    const { workflowId, rule } = workflow
    const list = judgements.ofWorkflow(testId, workflowId)
    const { notJudged, ...summary } = summarise(list, rule)
    return {
      workflowId,
      workflowName: workflows.nameOf(workflowId),
      ...summary,
      rule,
      wasStoppedEarly: notJudged > 0,
      sentence: testSentence({ ...summary, notJudged }, rule),
      caution: testCaution({ ...summary, notJudged }),
      steadiness: steadinessSentence(judgements.repeats(testId, workflowId)),
      evaluator: agreementOn(list, runner.evaluations(testId)),
      current: figures(outputs, 'current'),
      candidate: figures(outputs, 'candidate'),
    }
  }

  return {
    async read(testId: number): Promise<{ results: TestResult[]; pairs: RevealedPair[] }> {
      const tested = repository.workflows(testId)
      const inputs = repository.inputs(testId)
      const outputs = outputsOf(testId)
      const notes = new Map(
        repository.pairs(testId).flatMap((pair) => (pair.is_repeat ? [] : [[pair.input_id, pair]])),
      )
      const judged = new Map(
        tested
          .flatMap(({ workflowId }) => judgements.ofWorkflow(testId, workflowId))
          .map((judgement) => [judgement.inputId, judgement]),
      )
      const of = (workflowId: number) =>
        inputs.flatMap((input) =>
          input.workflowId === workflowId ? (outputs.get(input.id) ?? new Map<Side, OutputRow>()) : [],
        )
      const pairs: RevealedPair[] = []
      for (const input of inputs) {
        const judgement = judged.get(input.id)
        if (!judgement) continue
        pairs.push(await revealed(input, judgement, outputs.get(input.id), notes.get(input.id)))
      }
      return {
        results: tested.map((workflow) => resultOf(testId, workflow, of(workflow.workflowId))),
        pairs: pairs.toSorted((a, b) => rankOf(a) - rankOf(b)),
      }
    },
  }
}

const rankOf = ({ candidateFails, outcome }: RevealedPair) => (candidateFails ? 0 : ranks[outcome])

async function revealed(
  input: TestInput,
  { outcome, isIdentical, currentFails, candidateFails }: Judgement,
  outputs: Outputs | undefined,
  pair: PairRow | undefined,
): Promise<RevealedPair> {
  const [current, candidate] = [outputs?.get('current'), outputs?.get('candidate')]
  return {
    inputId: input.id,
    workflowId: input.workflowId,
    name: input.name,
    inputText: input.text,
    outcome,
    isIdentical,
    currentFails,
    candidateFails,
    currentFailedChecks: await checksFailedBy(current?.text ?? '', input.checks),
    candidateFailedChecks: await checksFailedBy(candidate?.text ?? '', input.checks),
    current: current?.text ?? '',
    candidate: candidate?.text ?? '',
    note: pair?.note ?? '',
    currentMs: current?.milliseconds ?? null,
    candidateMs: candidate?.milliseconds ?? null,
  }
}

/** Middle values of one side; a cost only where every output has one. */
function figures(outputs: readonly Outputs[], side: Side): TestResult['current'] {
  const rows = outputs.flatMap((sides) => sides.get(side) ?? [])
  const costs = rows.flatMap(({ cost }) => cost ?? [])
  return {
    medianMs: median(rows.flatMap(({ milliseconds }) => milliseconds ?? [])),
    cost: rows.length > 0 && costs.length === rows.length ? costs.reduce((sum, cost) => sum + cost, 0) : null,
    words: median(rows.map(({ text }) => wordKeys(text).length)),
  }
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low, high] = [sorted[middle - (sorted.length % 2 === 0 ? 1 : 0)], sorted[middle]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
