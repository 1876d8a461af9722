import { Button } from '@mantine/core'
import { useConnection } from '../../../api/connection.ts'
import { fieldErrorsOf, wordsOf } from '../../../api/errors.ts'
import { offlineMessages } from '../../../ui/feedback/Offline.tsx'
import styles from './session.module.css'
import type { FoundationSession } from './use-foundation-session.ts'

/** What could not be stored, why, and what to do; nothing while saving works. */
export function SessionBanner({ session }: { session: FoundationSession }) {
  const { saving, failure } = session
  const connection = useConnection()
  const offline = offlineMessages[connection]
  if (saving.refused) return <RefusedBanner session={session} refused={saving.refused} />
  if (saving.failure !== null || offline !== null) {
    return (
      <div className={styles.banner} role="alert">
        <p>{offline ?? wordsOf(saving.failure).message}</p>
        {saving.failure !== null && connection !== 'signed-out' && (
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
  readonly session: FoundationSession
  readonly refused: NonNullable<FoundationSession['saving']['refused']>
}

function RefusedBanner({ session, refused }: RefusedProps) {
  const { id: sectionId, error, isConflict } = refused
  const name = session.cards.find((card) => card.sectionId === sectionId)?.name
  const [first] = Object.values(fieldErrorsOf(error))
  return (
    <div className={styles.banner} role="alert">
      <p>
        <b>{name}. </b>
        {first ?? wordsOf(error).message}
      </p>
      {isConflict && (
        <>
          <Button variant="default" onClick={() => void session.chooseWording(sectionId, 'mine')}>
            Keep what is here
          </Button>
          <Button variant="default" onClick={() => void session.chooseWording(sectionId, 'stored')}>
            Take the other answer
          </Button>
        </>
      )}
    </div>
  )
}
