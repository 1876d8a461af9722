import { Button } from '@mantine/core'
import type { ItemPatch } from '../../../../shared/contract/reviews.ts'
import { useConnection } from '../../../api/connection.ts'
import { wordsOf } from '../../../api/errors.ts'
import { offlineMessages } from '../../../ui/feedback/Offline.tsx'
import styles from './review.module.css'
import type { ReviewSession } from './use-review-session.ts'

/** What could not be stored, why, and what to do; nothing while saving works. */
export function SaveBanner({ session }: { session: ReviewSession }) {
  const { saves, failure } = session
  const connection = useConnection()
  const offline = offlineMessages[connection]
  if (saves.refused) return <Refused session={session} refused={saves.refused} />
  if (saves.failure !== null || offline !== null) {
    return (
      <div className={styles.banner} role="alert">
        <p>{offline ?? wordsOf(saves.failure).message}</p>
        {saves.failure !== null && connection !== 'signed-out' && (
          <Button variant="default" onClick={session.retry}>
            Retry
          </Button>
        )}
      </div>
    )
  }
  if (failure === null) return null
  return (
    <div className={styles.banner} role="alert">
      <p>{wordsOf(failure).message}</p>
      <Button variant="default" onClick={session.dismissFailure}>
        Close
      </Button>
    </div>
  )
}

type RefusedProps = {
  readonly session: ReviewSession
  readonly refused: NonNullable<ReviewSession['saves']['refused']>
}

function Refused({ session, refused }: RefusedProps) {
  const typed = typedIn(refused.patch)
  const position = session.items.find(({ id }) => id === refused.id)?.position
  return (
    <div className={styles.banner} role="alert">
      <div>
        <p>
          {position !== undefined && <b>Output {position}. </b>}
          {wordsOf(refused.error).message}
        </p>
        {typed !== '' && <blockquote>{typed}</blockquote>}
      </div>
      {typed !== '' && (
        <Button variant="default" onClick={() => void navigator.clipboard.writeText(typed)}>
          Copy what you typed
        </Button>
      )}
      <Button variant="default" onClick={session.dismissRefused}>
        Close
      </Button>
    </div>
  )
}

function typedIn(patch: ItemPatch): string {
  const notes = [patch.note, ...(patch.marks ?? []).map(({ note }) => note)]
  return notes.filter(Boolean).join('\n')
}
