import type { RevealedPair, TestResult } from '../../../../shared/contract/model-tests/result.ts'

export type CountRow = { readonly label: string; readonly value: number; readonly remark: string | null }

/** The verdicts of a workflow, turned to the candidate; they add up to its inputs. */
export function countRows(result: TestResult): CountRow[] {
  const { inputs, better, same, worse, bothBad, identical } = result
  const open = inputs - better - same - worse - bothBad
  const row = (label: string, value: number, remark: string | null = null) => ({ label, value, remark })
  return [
    row('Better', better),
    row('The same', same, identical > 0 ? `${identical} with the same text` : null),
    row('Worse', worse),
    row('Both bad', bothBad),
    ...(open > 0 ? [row('Not judged', open)] : []),
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
      title: 'Must-pass failures',
      pairs: pairs.filter(hasFailed).toSorted((a, b) => Number(b.candidateFails) - Number(a.candidateFails)),
    },
    { title: 'Worse', pairs: of('worse') },
    { title: 'Both bad', pairs: of('both_bad') },
    { title: 'Better', pairs: of('better') },
    { title: 'The same', pairs: of('same') },
    { title: 'Not judged', pairs: of('not_judged') },
  ]
  return groups.filter((group) => group.pairs.length > 0)
}

/** Whose must-pass failure it was; null without one. */
export function failureWords({ candidateFails, currentFails }: RevealedPair): string | null {
  if (candidateFails && currentFails) return 'Must-pass failure on both sides'
  if (candidateFails) return 'Must-pass failure of the candidate'
  return currentFails ? 'Must-pass failure of the current one' : null
}

export const outcomeWords: Readonly<Record<RevealedPair['outcome'], string>> = {
  better: 'Better',
  same: 'The same',
  worse: 'Worse',
  both_bad: 'Both bad',
  not_judged: 'Not judged',
}
