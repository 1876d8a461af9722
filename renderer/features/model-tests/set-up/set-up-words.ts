import type { Rule, Side, TestWorkflow } from '../../../../shared/contract/model-tests/test.ts'
import { textChange } from '../../../../shared/domain/figures/editing.ts'
import { formatDay } from '../../../../shared/domain/format.ts'
import { bothBadWords } from '../../../../shared/domain/model-tests/rule.ts'
import { count } from '../../../parts/figures/words.ts'
import { listed } from '../test-words.ts'

export const sideLabels: Readonly<Record<Side, string>> = { current: 'Current', candidate: 'Candidate' }

/** The usual reasons for a test, one click each. */
export const commonReasons = ['Model update announced', 'Cheaper or faster', 'Quality'] as const

/** The rule as it is agreed. */
export function ruleSentence(rule: Rule): string {
  const { atLeast, of, noMustPassFailure } = rule
  const safe = noMustPassFailure ? 'there is no must-pass failure and ' : ''
  return `Switch when ${safe}the candidate is better or the same on at least ${atLeast} of ${of}; ${bothBadWords(rule)}.`
}

/** How the candidate's instructions differ: "Same as current" or "34 words changed". */
export function instructionsDifference(current: string, candidate: string, locale: string): string {
  if (current === candidate) return 'Same as current'
  const { changed } = textChange(current, candidate)
  return changed === 0
    ? 'Only capitals, punctuation or spacing changed'
    : `${count(changed, 'word', locale)} changed`
}

/** A release as a side can start from it: "Release 3, live since 4 March 2026 (runs now)". */
export function releaseLabel(
  { releaseNumber, liveOn, isLive }: { releaseNumber: number | null; liveOn: string; isLive: boolean },
  locale: string,
): string {
  return `Release ${releaseNumber ?? ''}, live since ${formatDay(liveOn, locale)}${isLive ? ' (runs now)' : ''}`
}

/** What a lock freezes, in words: "12 standard inputs of Proposals". */
export function frozenInputs(
  workflows: readonly { workflowName: string; inputCount: number }[],
  locale: string,
): string {
  const parts = workflows.map(
    ({ workflowName, inputCount }) => `${count(inputCount, 'standard input', locale)} of ${workflowName}`,
  )
  return listed(parts)
}

/** Workflows whose two sides would fetch from the same model with the same instructions; null without any. */
export function sameFetchWords(workflows: readonly TestWorkflow[]): string | null {
  const names = workflows
    .filter(({ current, candidate }) => {
      const isSameModel = current.model !== '' && current.model === candidate.model
      return isSameModel && current.instructions === candidate.instructions
    })
    .map(({ workflowName }) => workflowName)
  if (names.length === 0) return null
  return `Both sides of ${listed(names)} have the same model id and the same instructions: fetched outputs would come from one and the same model.`
}

/** The reason with a usual one added, once. */
export function withReason(reason: string, added: string): string {
  if (reason.includes(added)) return reason
  return reason.trim() === '' ? added : `${reason.trimEnd()}\n${added}`
}
