import type { NextStep } from '../../../shared/domain/findings/finding-types.ts'

/** Where a step starts its work; null where there is nothing to do. `sectionId` is the section most issues point to. */
export function stepTarget(step: NextStep, workflowId: number, sectionId: number | null): string | null {
  switch (step.kind) {
    case 'plan_update':
      return updatePath(workflowId, sectionId)
    case 'set_lines':
      return `/workflows/${workflowId}/set-up`
    case 'draw_at_random':
    case 'collect_outputs':
    case 'bring_what_lacks':
    case 'second_look':
      return '/reviews'
    case 'hold_foundation_review':
      return '/reviews/foundation'
    case 'wait_for_effect':
    case 'go_back':
      return `/changes/${step.changeNumber}`
    case 'nothing_until':
    case 'retired':
      return null
  }
}

/** Where an update begins: beside the issues of the section, or with a change where no issue names one. */
export const updatePath = (workflowId: number, sectionId: number | null): string =>
  sectionId === null ? `/changes/new?for=${workflowId}` : `/foundation/${sectionId}?for=${workflowId}`
