import type { RollOut } from '../../../../shared/contract/documents.ts'
import type { ModelTest } from '../../../../shared/contract/model-tests/test.ts'

type Facts = { why: string; liveOn: string; rollOut: RollOut }
type Problems = Partial<Record<'decision' | 'why' | 'onDate' | 'team' | 'until', string>>

/** What is missing before a decision can be recorded, by field. */
export function problemsOf(decision: ModelTest['decision'], { why, liveOn, rollOut }: Facts): Problems {
  const isPilot = decision === 'switch' && rollOut.stage === 'pilot'
  return {
    ...(decision === null ? { decision: 'Choose switch, stay or test more.' } : {}),
    ...(why.trim() === '' ? { why: 'Enter why.' } : {}),
    ...(liveOn === '' ? { onDate: 'Enter the day.' } : {}),
    ...(isPilot && rollOut.team.trim() === '' ? { team: 'Enter which team uses it.' } : {}),
    ...(isPilot && rollOut.until === null ? { until: 'Enter until when the pilot runs.' } : {}),
  }
}
