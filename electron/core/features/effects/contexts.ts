import type { ChangeEffect, EffectContext } from '../../../../shared/contract/changes.ts'
import { compareMeans } from '../../../../shared/domain/figures/statistics.ts'
import { monthThreeLevelAt } from '../../../../shared/domain/findings/month-three.ts'
import type { Changes } from '../changes/service.ts'
import type { Findings } from '../findings/service.ts'

const verdicts = { lower: 'better', higher: 'worse', about_the_same: 'about_the_same' } as const

/** The lines of each workflow, and its newest look against the month-3 level. */
export function contextsOf(
  effects: readonly ChangeEffect[],
  workflows: ReturnType<Changes['workflows']>,
  findings: Pick<Findings, 'reviews' | 'latest'>,
): EffectContext[] {
  return effects.map(({ workflowId, looks }) => ({
    workflowId,
    lines: findings.latest(workflowId)?.lines ?? null,
    againstMonthThree: againstMonthThree(looks.at(-1), {
      goLiveOn: workflows.find(({ id }) => id === workflowId)?.goLiveOn ?? null,
      reviews: findings.reviews(workflowId),
    }),
  }))
}

type Facts = { goLiveOn: string | null; reviews: ReturnType<Findings['reviews']> }

function againstMonthThree(
  look: ChangeEffect['looks'][number] | undefined,
  { goLiveOn, reviews }: Facts,
): EffectContext['againstMonthThree'] {
  if (!look || look.verdict === 'cannot_be_told') return null
  const level = monthThreeLevelAt(reviews, { goLiveOn, month: look.month })
  if (!level || level.isProvisional) return null
  const after = new Set(look.after.outputIds)
  const levelMonths = new Set(level.months)
  const own = reviews.flatMap(({ month, outputs }) =>
    levelMonths.has(month) ? [] : outputs.flatMap(({ id, value }) => (after.has(id) ? (value ?? []) : [])),
  )
  const comparison = compareMeans(own, level.values)
  return comparison && verdicts[comparison.verdict]
}
