import type { Finding } from '../../../shared/contract/reviews/findings.ts'
import type { Stage } from '../../../shared/contract/workflows.ts'
import { StageBadge } from '../../ui/marks/StageBadge.tsx'
import { EarlySignBadge, StatusBadge } from '../../ui/marks/StatusBadge.tsx'
import styles from './figures.module.css'
import { stageLabels } from './words.ts'

type Props = { stage: Stage; finding: Finding | null }

/** How a workflow stands: that it is retired, or what its latest month says. */
export function WorkflowStatus({ stage, finding }: Props) {
  if (stage === 'retired') return <StageBadge stage="retired" words={stageLabels.retired} />
  return (
    <span className={styles.statusCell}>
      <StatusBadge status={finding?.status ?? null} />
      {finding?.headline.kind === 'early_sign' && <EarlySignBadge />}
    </span>
  )
}
