import type {
  Filling,
  ModelTest,
  Rule,
  Side,
  SideSetUp,
} from '../../../../shared/contract/model-tests/test.ts'
import { SideSetUp as SideSchema } from '../../../../shared/contract/model-tests/test.ts'
import { formatNumber, parseNumber } from '../../../../shared/domain/format.ts'
import { AppError, type Problem } from '../../../../shared/errors.ts'
import { words } from './words.ts'

/** One side as it is typed; `maxTokens` may not be a number yet. */
export type SideDraft = Omit<SideSetUp, 'maxTokens'> & { maxTokens: string }

export type WorkflowDraft = {
  workflowId: number
  current: SideDraft
  candidate: SideDraft
  filling: Filling
  rule: Omit<Rule, 'atLeast'> & { atLeast: string }
}

/** A test's set-up as it is typed. */
export type SetUpDraft = {
  heldOn: string
  reason: string
  useEvaluator: boolean
  workflows: readonly WorkflowDraft[]
}

const sides: readonly Side[] = ['current', 'candidate']

export function draftOf(test: ModelTest, locale: string): SetUpDraft {
  const { heldOn, reason, useEvaluator, workflows } = test
  return {
    ...{ heldOn, reason, useEvaluator },
    workflows: workflows.map(({ workflowId, current, candidate, filling, rule }) => ({
      ...{ workflowId, filling },
      current: sideDraftOf(current, locale),
      candidate: sideDraftOf(candidate, locale),
      rule: { ...rule, atLeast: formatNumber(rule.atLeast, 0, locale) },
    })),
  }
}

export const sideDraftOf = (side: SideSetUp, locale: string): SideDraft => ({
  ...side,
  maxTokens: formatNumber(side.maxTokens, 0, locale),
})

/** The set-up to store. Throws INVALID_INPUT naming each field that cannot be stored as it stands. */
export function setUpOf(draft: SetUpDraft, locale: string) {
  const problems = problemsOf(draft, locale)
  if (problems.length > 0) {
    throw new AppError('INVALID_INPUT', words.notSavedYetSomethingIs, problems)
  }
  const whole = (typed: string) => parseNumber(typed, locale) ?? 0
  const side = ({ maxTokens, ...rest }: SideDraft): SideSetUp => ({ ...rest, maxTokens: whole(maxTokens) })
  return {
    ...draft,
    workflows: draft.workflows.map(({ workflowId, current, candidate, filling, rule }) => ({
      ...{ workflowId, filling },
      current: side(current),
      candidate: side(candidate),
      rule: { ...rule, atLeast: whole(rule.atLeast) },
    })),
  }
}

function problemsOf({ heldOn, reason, workflows }: SetUpDraft, locale: string): Problem[] {
  return [
    ...(heldOn === '' ? [{ field: 'heldOn', message: words.enterTheDateOfThe }] : []),
    ...(reason.trim() === '' ? [{ field: 'reason', message: words.enterTheReason }] : []),
    ...workflows.flatMap((workflow, index) => [
      ...sides.flatMap((side) => sideProblems(workflow[side], words.workflows(index, side), locale)),
      ...ruleProblems(workflow.rule, `workflows.${index}.rule`, locale),
    ]),
  ]
}

function sideProblems(side: SideDraft, path: string, locale: string): Problem[] {
  const read = SideSchema.safeParse({ ...side, maxTokens: parseNumber(side.maxTokens, locale) })
  return (read.error?.issues ?? []).map(({ path: [field], message }) => ({
    field: `${path}.${String(field)}`,
    message: field === 'maxTokens' ? words.enterAWholeNumberOf : message,
  }))
}

function ruleProblems({ atLeast }: WorkflowDraft['rule'], path: string, locale: string): Problem[] {
  const typed = parseNumber(atLeast, locale)
  if (typed !== null && Number.isInteger(typed) && typed >= 1) return []
  return [{ field: `${path}.atLeast`, message: words.enterAWholeNumberFor }]
}
