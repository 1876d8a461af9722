import { useQuery } from '@tanstack/react-query'
import { seenAgainMeaning, seenAgainSentence } from '../../../shared/domain/reviews/seen-again.ts'
import { orpc } from '../../api/client.ts'
import styles from '../../parts/figures/figures.module.css'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { words } from './words.ts'

/** How often the same outputs got the same marks when they came again; nothing before one did. */
export function SameEyes({ workflowId }: { workflowId: number }) {
  const seen = useQuery(orpc.reviews.seenAgain.queryOptions({ input: { workflowId } }))
  if (seen.isError) return <ErrorNote error={seen.error} />
  if (!seen.data || seen.data.all.outputs === 0) return null
  const { own, all } = seen.data
  return (
    <Card>
      <h2 className={styles.partHeading}>{words.isItTheAiOrMe}</h2>
      {own.outputs > 0 && (
        <p className={styles.reads}>
          {words.inThisWorkflow} {seenAgainSentence(own, locale)}
        </p>
      )}
      {all.outputs > own.outputs && (
        <p className={styles.reads}>
          {words.inAllWorkflows} {seenAgainSentence(all, locale)}
        </p>
      )}
      <p className={layout.quiet}>{seenAgainMeaning(all)}</p>
    </Card>
  )
}
