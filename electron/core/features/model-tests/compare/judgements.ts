import type { Judgement, Outcome, Tally } from '../../../../../shared/domain/model-tests/model-test.ts'
import type { RepeatedJudgement } from '../../../../../shared/domain/model-tests/model-test-sentences.ts'
import type { ModelTestsRepository } from '../repository.ts'
import type { PairRow, TestInput } from '../rows.ts'

/** What the judge said, turned to the candidate's side. Never shown before the names are revealed. */
export function createJudgements(repository: ModelTestsRepository) {
  const inputsOf = (testId: number, workflowId: number) =>
    repository.inputs(testId).filter((input) => input.workflowId === workflowId)

  return {
    /** One for each input, in their order. An input that was never placed has the same text twice. */
    ofWorkflow(testId: number, workflowId: number): Judgement[] {
      const first = new Map(
        repository.pairs(testId).flatMap((pair) => (pair.is_repeat ? [] : [[pair.input_id, pair]])),
      )
      return inputsOf(testId, workflowId).map((input) => toJudgement(input, first.get(input.id)))
    },
    repeats(testId: number, workflowId: number): RepeatedJudgement[] {
      const ids = new Set(inputsOf(testId, workflowId).map(({ id }) => id))
      const pairs = repository.pairs(testId).filter(({ input_id }) => ids.has(input_id))
      return pairs.flatMap((repeat) => {
        const first = pairs.find(({ input_id, is_repeat }) => input_id === repeat.input_id && !is_repeat)
        return repeat.is_repeat && first ? [{ first: outcomeOf(first), second: outcomeOf(repeat) }] : []
      })
    },
  }
}

export function tallyOf(judgements: readonly Judgement[]): Tally {
  const count = (wanted: Outcome) => judgements.filter(({ outcome }) => outcome === wanted).length
  return {
    better: count('better'),
    same: count('same'),
    worse: count('worse'),
    bothBad: count('both_bad'),
    candidateFailures: judgements.filter(({ candidateFails }) => candidateFails).length,
  }
}

/** A failure counts once its pair has a verdict: until then the judge is still choosing. */
function toJudgement({ id }: TestInput, pair: PairRow | undefined): Judgement {
  if (!pair) {
    return { inputId: id, outcome: 'same', isIdentical: true, candidateFails: false, currentFails: false }
  }
  const [leftFails, rightFails] = [pair.left_fails === 1, pair.right_fails === 1]
  const isJudged = pair.verdict !== null
  return {
    inputId: id,
    outcome: outcomeOf(pair),
    isIdentical: false,
    candidateFails: isJudged && (pair.is_current_left ? rightFails : leftFails),
    currentFails: isJudged && (pair.is_current_left ? leftFails : rightFails),
  }
}

function outcomeOf({ verdict, is_current_left }: PairRow): Outcome {
  switch (verdict) {
    case null:
      return 'not_judged'
    case 'equal':
      return 'same'
    case 'both_bad':
      return 'both_bad'
    default:
      return (verdict === 'left') === (is_current_left === 0) ? 'better' : 'worse'
  }
}
