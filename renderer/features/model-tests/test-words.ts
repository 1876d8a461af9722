import type { ModelTest, Rule, TestState } from '../../../shared/contract/model-tests/test.ts'
import { formatDay, formatNumber } from '../../../shared/domain/format.ts'
import { bothBadWords } from '../../../shared/domain/model-tests/rule.ts'
import { count } from '../../parts/tasks/words.ts'

export const listPath = '/reviews/model-tests'
export const testPath = (id: number | 'new') => `/model-test/${id}`

type Decision = NonNullable<ModelTest['decision']>

export const decisionLabels: Readonly<Record<Decision, string>> = {
  switch: 'Switch',
  stay: 'Stay',
  test_more: 'Test more',
}

export const stateLabels: Readonly<Record<TestState, string>> = {
  setting_up: 'Being set up',
  collecting: 'Getting outputs',
  judging: 'Comparing',
  revealed: 'To decide',
  decided: 'Decided',
}

/** "Proposals", "Proposals and Job adverts", "Proposals, Job adverts and Customer replies". */
export function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en', { style: 'long', type: 'conjunction' })
    .format(names)
    .replace(', and ', ' and ')
}

export const workflowsOf = ({ workflows }: Pick<ModelTest, 'workflows'>): string =>
  listed(workflows.map(({ workflowName }) => workflowName))

/** "claude-opus-4 → claude-opus-5", each pair of names once. Empty while a name is missing. */
export function namesOf({ workflows }: Pick<ModelTest, 'workflows'>): string {
  const named = workflows.filter(({ current, candidate }) => current.name !== '' && candidate.name !== '')
  const pairs = new Set(named.map(({ current, candidate }) => `${current.name} → ${candidate.name}`))
  return [...pairs].join(', ')
}

/** "no must-pass failure, and at least 10 of 12 better or the same; both bad counts for neither" */
export function ruleWords(rule: Rule): string {
  const { atLeast, of, noMustPassFailure } = rule
  const least = `at least ${atLeast} of ${of} better or the same; ${bothBadWords(rule)}`
  return noMustPassFailure ? `no must-pass failure, and ${least}` : least
}

/** How far a test is, or what was decided: one line of the list. */
export function standWords(test: ModelTest, locale: string): string {
  switch (test.state) {
    case 'setting_up':
      return 'The rule is not agreed yet'
    case 'collecting':
      return collectedWords(test)
    case 'judging':
      return judgedWords(test)
    case 'revealed':
      return 'The names are revealed, nothing is decided yet'
    case 'decided':
      return decidedSentence(test, locale)
  }
}

/** "5 of 14 pairs judged: 12 inputs, 2 repeats". */
export function judgedWords({
  judged,
  pairs,
  repeats,
}: Pick<ModelTest, 'judged' | 'pairs' | 'repeats'>): string {
  const all = `${judged} of ${count(pairs, 'pair')} judged`
  return repeats === 0 ? all : `${all}: ${count(pairs - repeats, 'input')}, ${count(repeats, 'repeat')}`
}

/** "7 of 24 outputs are there", "All 24 outputs are there". */
export function collectedWords({ collected, expected }: Pick<ModelTest, 'collected' | 'expected'>): string {
  if (collected >= expected) return `All ${count(expected, 'output')} are there`
  return `${collected} of ${count(expected, 'output')} ${collected === 1 ? 'is' : 'are'} there`
}

/** "Switched to claude-opus-5 on 4 March 2026, decided by Dana." */
export function decidedSentence(test: ModelTest, locale: string): string {
  const { decision, decidedOn, decidedBy } = test
  if (decision === null) return ''
  const day = decidedOn === null ? '' : ` on ${formatDay(decidedOn, locale)}`
  const by = decidedBy === '' ? '' : `, decided by ${decidedBy}`
  return `${decisionWords(decision, test)}${day}${by}.`
}

function decisionWords(decision: Decision, { workflows }: ModelTest): string {
  const names = (side: 'current' | 'candidate') =>
    listed([...new Set(workflows.map((workflow) => workflow[side].name))])
  switch (decision) {
    case 'switch':
      return `Switched to ${names('candidate')}`
    case 'stay':
      return `Stayed with ${names('current')}`
    case 'test_more':
      return 'More testing agreed'
  }
}

/** What revealing the names leaves unjudged, before it is done. */
export function beforeRevealWords({ judged, pairs }: Pick<ModelTest, 'judged' | 'pairs'>): string {
  const open = pairs - judged
  if (open === 0) return allJudgedWords(pairs)
  const rest = open === 1 ? 'The other one stays unjudged.' : `The other ${open} stay unjudged.`
  return `${judged} of ${count(pairs, 'pair')} ${judged === 1 ? 'is' : 'are'} judged. ${rest}`
}

export function allJudgedWords(pairs: number): string {
  if (pairs === 0) return 'Both sides wrote the same everywhere: there is no pair to judge.'
  return pairs === 1 ? 'The one pair is judged.' : `All ${pairs} pairs are judged.`
}

/** "1.4 s"; a dash where nothing was measured. */
export function secondsWords(ms: number | null, locale: string): string {
  return ms === null ? '–' : `${formatNumber(ms / 1000, 1, locale)} s`
}

/** "$0.42", "$0.0031" below a cent; a dash where a price is missing. */
export function costWords(dollars: number | null, locale: string): string {
  if (dollars === null) return '–'
  return `$${formatNumber(dollars, dollars > 0 && dollars < 0.01 ? 4 : 2, locale)}`
}

/** How often chance alone brings so uneven a result; null where the test says nothing. */
export function chanceWords({ p, wasStoppedEarly }: { p: number | null; wasStoppedEarly: boolean }) {
  if (p === null || wasStoppedEarly) return null
  const share = p < 0.01 ? 'fewer than 1' : Math.round(p * 100)
  return `Two models just as good would come out this uneven in ${share} of 100 tests.`
}
