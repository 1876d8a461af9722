import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Action } from '../../../shared/contract/foundation-reviews.ts'
import { formatDay } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import { GoButton } from '../../parts/tasks/GoButton.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Actions } from '../../ui/layout/Actions.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { DropDialog } from './DropDialog.tsx'
import { EditActionDialog } from './EditActionDialog.tsx'
import styles from './foundation-reviews.module.css'
import { figureWords, words } from './words.ts'

/** One thing a review decided: what, who, by when, and what can be done about it. */
export function ActionRow({ action, today }: { action: Action; today: string }) {
  const [dialog, setDialog] = useState<'drop' | 'edit' | null>(null)
  const close = useMutation(orpc.foundationReviews.closeAction.mutationOptions())
  const reopen = useMutation(orpc.foundationReviews.reopenAction.mutationOptions())
  const { id, kind, what, who, dueOn, sectionName, state } = action
  const isLate = state === 'open' && dueOn < today
  const error = close.error ?? reopen.error
  return (
    <li className={styles.action}>
      <div>
        <h3>{what}</h3>
        <p>
          {sectionName} · {who} ·{' '}
          <span className={isLate ? styles.overdue : undefined}>
            {isLate ? words.wasDue : 'by'} {formatDay(dueOn, locale)}
          </span>
        </p>
        {state === 'open' && kind === 'change' && <Before action={action} />}
      </div>
      <Actions>
        {state === 'open' ? (
          <>
            {kind === 'change' && (
              <GoButton path={`/foundation/${action.sectionId}`} variant="default">
                {words.writeTheNewWording}
              </GoButton>
            )}
            <Button
              variant="default"
              loading={close.isPending}
              onClick={() => close.mutate({ actionId: id, state: 'done', note: '' })}
            >
              {words.markAsDone}
            </Button>
            <Button variant="subtle" onClick={() => setDialog('edit')}>
              {words.edit}
            </Button>
            <Button variant="subtle" onClick={() => setDialog('drop')}>
              {words.drop}
            </Button>
          </>
        ) : (
          <>
            <Closed action={action} />
            {action.changeNumber === null && (
              <Button
                variant="subtle"
                loading={reopen.isPending}
                onClick={() => reopen.mutate({ actionId: id })}
              >
                {words.openAgain}
              </Button>
            )}
          </>
        )}
      </Actions>
      {error && <ErrorNote error={error} />}
      {dialog === 'drop' && <DropDialog action={action} onClose={() => setDialog(null)} />}
      {dialog === 'edit' && <EditActionDialog action={action} onClose={() => setDialog(null)} />}
    </li>
  )
}

/** The figures the change will be measured against. */
function Before({ action }: { action: Action }) {
  return (
    <ul className={styles.figures} aria-label={words.editingBefore}>
      {action.before.map(({ workflowId, workflowName, figure }) => (
        <li key={workflowId}>
          <small>{words.editingBefore2(workflowName, figureWords(figure, locale))}</small>
        </li>
      ))}
    </ul>
  )
}

function Closed({ action }: { action: Action }) {
  const { state, closedOn, note, changeNumber } = action
  return (
    <span className={styles.quiet}>
      {state === 'done' ? words.done : words.dropped}
      {closedOn !== null && ` on ${formatDay(closedOn, locale)}`}
      {note !== '' && `: ${note}`}
      {changeNumber !== null && (
        <>
          {words.by}
          <Link href={`/changes/${changeNumber}`}>{words.change(changeNumber)}</Link>
        </>
      )}
    </span>
  )
}
