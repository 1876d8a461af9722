import type { Target } from '../../../shared/contract/results.ts'
import { assertNever } from '../../../shared/errors.ts'
import { updatePath } from '../../parts/figures/step-target.ts'
import { newModelTestPath } from '../../ui/lib/new-model-test-path.ts'
import { workflowPath } from '../../ui/lib/workflow-path.ts'

/** The page of the app that a row of Home leads to. */
export function targetPath(target: Target): string {
  switch (target.page) {
    case 'review':
      return `/review/${target.reviewId}`
    case 'second-look':
      return `/review/${target.reviewId}/done`
    case 'session':
      return `/reviews/${target.month}`
    case 'workflow':
      return workflowPath(target.workflowId, target.tab)
    case 'update':
      return updatePath(target.workflowId, target.sectionId)
    case 'new-workflow':
      return '/workflows/new'
    case 'workflows':
      return '/workflows'
    case 'foundation':
      return '/foundation'
    case 'foundation-reviews':
      return '/reviews/foundation'
    case 'foundation-review':
      return `/foundation-review/${target.id}`
    case 'section':
      return `/foundation/${target.id}`
    case 'change':
      return `/changes/${target.number}`
    case 'signals':
      return '/changes/signals'
    case 'retired-facts':
      return '/foundation/retired'
    case 'people':
      return '/settings/people'
    case 'calendar':
      return '/settings/calendar'
    case 'model-test':
      return `/model-test/${target.id}`
    case 'new-model-test':
      return newModelTestPath(target)
    default:
      return assertNever(target)
  }
}
