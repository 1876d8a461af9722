import { type BareTrigger, triggersOf } from '../../../../shared/domain/foundation/triggers.ts'
import type { Clock } from '../../clock.ts'
import type { Findings } from '../findings/service.ts'
import type { Signals } from '../signals/service.ts'
import type { Workflows } from '../workflows/service.ts'
import type { FoundationReviewsRepository } from './repository.ts'

type Needs = {
  workflows: Pick<Workflows, 'all'>
  findings: Pick<Findings, 'points' | 'latest'>
  signals: Pick<Signals, 'open'>
}

/** What calls for a Foundation review now (R8): figures above the line, and signals since the last one. */
export function createTriggers(clock: Clock, repository: FoundationReviewsRepository, needs: Needs) {
  return (): BareTrigger[] =>
    triggersOf({
      lastReviewOn: repository.lastHeld(clock.today())?.held_on ?? null,
      workflows: needs.workflows
        .all()
        .filter(({ stage }) => stage !== 'retired')
        .map(({ id, name }) => {
          const finding = needs.findings.latest(id)
          const finishedOn = needs.findings.points(id).at(-1)?.finishedOn
          return { id, name, latest: finding && finishedOn ? { finishedOn, finding } : null }
        }),
      signals: needs.signals.open(),
    })
}
