import type { RollOut } from '../../../../shared/contract/documents.ts'
import type { ModelTest } from '../../../../shared/contract/model-tests/test.ts'
import { words } from './words.ts'

type Facts = { why: string; liveOn: string; rollOut: RollOut }
type Problems = Partial<Record<'decision' | 'why' | 'onDate' | 'team' | 'until', string>>

/** What is missing before a decision can be recorded, by field. */
export function problemsOf(decision: ModelTest['decision'], { why, liveOn, rollOut }: Facts): Problems {
  const isPilot = decision === 'switch' && rollOut.stage === 'pilot'
  return {
    ...(decision === null ? { decision: words.chooseSwitchStayOrTest } : {}),
    ...(why.trim() === '' ? { why: words.enterWhy } : {}),
    ...(liveOn === '' ? { onDate: words.enterTheDay } : {}),
    ...(isPilot && rollOut.team.trim() === '' ? { team: words.enterWhichTeamUsesIt } : {}),
    ...(isPilot && rollOut.until === null ? { until: words.enterUntilWhenThePilot } : {}),
  }
}
