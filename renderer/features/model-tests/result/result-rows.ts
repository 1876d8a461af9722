import type { RevealedPair, TestResult } from '../../../../shared/contract/model-tests/result.ts'
import { words } from './words.ts'

export type CountRow = { readonly label: string; readonly value: number; readonly remark: string | null }

/** The verdicts of a workflow, turned to the candidate; they add up to its inputs. */
export function countRows(result: TestResult): CountRow[] {
  const { inputs, better, same, worse, bothBad, identical } = result
  const open = inputs - better - same - worse - bothBad
  const row = (label: string, value: number, remark: string | null = null) => ({ label, value, remark })
  return [
    row('Better', better),
    row(words.theSame, same, identical > 0 ? words.withTheSameText(identical) : null),
    row('Worse', worse),
    row(words.bothBad, bothBad),
    ...(open > 0 ? [row(words.notJudged, open)] : []),
  ]
}

export type ExampleGroup = { readonly title: string; readonly pairs: readonly RevealedPair[] }

/** What is worth reading first comes first: failures, then what got worse. Each input stands once. */
export function exampleGroups(pairs: readonly RevealedPair[]): ExampleGroup[] {
  const hasFailed = ({ candidateFails, currentFails }: RevealedPair) => candidateFails || currentFails
  const of = (outcome: RevealedPair['outcome']) =>
    pairs.filter((pair) => !hasFailed(pair) && pair.outcome === outcome)
  const groups = [
    {
      title: words.mustPassFailures,
      pairs: pairs.filter(hasFailed).toSorted((a, b) => Number(b.candidateFails) - Number(a.candidateFails)),
    },
    { title: words.worse, pairs: of('worse') },
    { title: words.bothBad, pairs: of('both_bad') },
    { title: words.better, pairs: of('better') },
    { title: words.theSame, pairs: of('same') },
    { title: words.notJudged, pairs: of('not_judged') },
  ]
  return groups.filter((group) => group.pairs.length > 0)
}

/** Whose must-pass failure it was; null without one. */
export function failureWords({ candidateFails, currentFails }: RevealedPair): string | null {
  if (candidateFails && currentFails) return words.mustPassFailureOnBoth
  if (candidateFails) return words.mustPassFailureOfThe
  return currentFails ? words.mustPassFailureOfTheCurrent : null
}

export const outcomeWords: Readonly<Record<RevealedPair['outcome'], string>> = {
  better: words.better,
  same: words.theSame,
  worse: words.worse,
  both_bad: words.bothBad,
  not_judged: words.notJudged,
}
