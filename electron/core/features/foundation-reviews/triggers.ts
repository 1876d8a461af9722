import { type BareTrigger, triggersOf } from '../../../../shared/domain/foundation/triggers.ts'
import type { Clock } from '../../clock.ts'
import type { Findings } from '../reviews/done/findings.ts'
import type { Signals } from '../signals/service.ts'
import type { Workflows } from '../workflows/service.ts'
import type { FoundationReviewsRepository } from './repository.ts'

type Needs = {
  workflows: Pick<Workflows, 'all'>
  findings: Pick<Findings, 'points'>
  signals: Pick<Signals, 'open'>
}

/** What calls for a Foundation review now (R8): figures above the line, and signals since the last one. */
export function createTriggers(clock: Clock, repository: FoundationReviewsRepository, needs: Needs) {
  return (): BareTrigger[] =>
    triggersOf({
      today: clock.today(),
      lastReviewOn: repository.lastHeld()?.held_on ?? null,
      workflows: needs.workflows
        .all()
        .filter(({ stage }) => stage !== 'retired')
        .map(({ id, name, measure, updateLine }) => ({
          id,
          name,
          measure,
          updateLine,
          months: needs.findings.points(id).map(({ month, finishedOn, drawMethod, result: { figure } }) => ({
            month,
            finishedOn,
            measure: figure.measure,
            isRandom: drawMethod !== 'by_hand',
            mean: figure.mean,
            known: figure.known,
          })),
        })),
      signals: needs.signals.open(),
    })
}
