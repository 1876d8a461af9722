import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { Workflow } from '../../../shared/contract/workflows.ts'
import { defaultLines, type Lines } from '../../../shared/domain/figures/status.ts'
import { linesStanding, textLinesSentence } from '../../../shared/domain/figures/text-lines.ts'
import { formatWholeShare } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { words } from './words.ts'
import styles from './workflows.module.css'

type Props = { workflow: Workflow; onSaved: (workflow: Workflow) => void }

/** Offers a workflow without lines those that its outputs with both texts and minutes speak for. */
export function FindLines({ workflow, onSaved }: Props) {
  const guide = useQuery(orpc.reviews.textLines.queryOptions({ input: { workflowId: workflow.id } }))
  const update = useMutation(orpc.workflows.update.mutationOptions({ onSuccess: onSaved }))
  if (guide.isError) return <ErrorNote error={guide.error} />
  if (guide.isPending) return null
  const { found } = guide.data
  const lines = found && rounded(found.lines)
  const { id, rev } = workflow
  return (
    <Card className={styles.narrow}>
      <div className={styles.stack}>
        <h2>{words.findingYourLines}</h2>
        <p>
          {linesStanding(guide.data, workflow.byHandMinutes, locale)}{' '}
          {found ? words.theyAreAGuide : words.orEnterYourOwn}
        </p>
        {lines && (
          <div>
            <Button
              loading={update.isPending}
              onClick={() =>
                update.mutate({
                  ...workflow,
                  ...{ id, rev, targetLine: lines.target, updateLine: lines.update },
                  reason: textLinesSentence({ ...found, lines }, defaultLines, locale),
                })
              }
            >
              {words.takeLines(
                formatWholeShare(lines.target, locale),
                formatWholeShare(lines.update, locale),
              )}
            </Button>
          </div>
        )}
        {update.isError && <ErrorNote error={update.error} />}
      </div>
    </Card>
  )
}

/** What is said of them: a guide this rough is no finer than whole per cent. */
const rounded = ({ target, update }: Lines): Lines => ({
  target: Math.max(1, Math.round(target * 100)) / 100,
  update: Math.max(1, Math.round(update * 100)) / 100,
})
