import { Button } from '@mantine/core'
import { useConnection } from '../../../api/connection.ts'
import { fieldErrorsOf, wordsOf } from '../../../api/errors.ts'
import { offlineMessages } from '../../../ui/feedback/Offline.tsx'
import styles from './compare.module.css'
import type { Judging } from './use-judging.ts'

/** What could not be stored, why, and what to do; nothing while saving works. */
export function CompareBanner({ judging }: { judging: Judging }) {
  const { saving, saver } = judging
  const connection = useConnection()
  const offline = offlineMessages[connection]
  if (saving.refused) return <RefusedBanner judging={judging} refused={saving.refused} />
  if (saving.failure === null && offline === null) return null
  return (
    <div className={styles.banner} role="alert">
      <p>{offline ?? wordsOf(saving.failure).message}</p>
      {saving.failure !== null && connection !== 'signed-out' && (
        <Button variant="default" onClick={saver.retry}>
          Retry
        </Button>
      )}
    </div>
  )
}

const conflictWords = 'Another window has judged this pair since. What you said here is still on screen.'

function RefusedBanner({
  judging,
  refused,
}: {
  judging: Judging
  refused: NonNullable<Judging['saving']['refused']>
}) {
  const { id: pairId, error, isConflict } = refused
  const place = judging.state.pairs.findIndex(({ id }) => id === pairId) + 1
  const [first] = Object.values(fieldErrorsOf(error))
  return (
    <div className={styles.banner} role="alert">
      <p>
        <b>Pair {place}. </b>
        {isConflict ? conflictWords : (first ?? wordsOf(error).message)}
      </p>
      {isConflict ? (
        <>
          <Button variant="default" onClick={() => void judging.settleConflict(pairId, 'mine')}>
            Keep what is here
          </Button>
          <Button variant="default" onClick={() => void judging.settleConflict(pairId, 'stored')}>
            Take the other verdict
          </Button>
        </>
      ) : (
        <Button variant="default" onClick={judging.saver.dismissRefused}>
          Close
        </Button>
      )}
    </div>
  )
}
