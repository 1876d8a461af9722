import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useConnection } from '../api/connection.ts'
import { fieldErrorsOf, wordsOf } from '../api/errors.ts'
import { offlineMessages } from '../ui/feedback/Offline.tsx'
import type { Refused, Saving } from './saver.ts'
import styles from './session.module.css'
import { words } from './words.ts'

type Props<Patch> = {
  readonly saving: Saving<Patch, unknown>
  /** Why what only the core can do, as an undo, did not happen. */
  readonly failure: unknown
  readonly retry: () => void
  readonly dismissFailure: () => void
  /** What was refused, in words: "Output 3". */
  readonly nameOf: (id: number) => string
  readonly onRefused: RefusedActions<Patch>
}

type RefusedActions<Patch> = {
  readonly dismiss: () => void
  /** Words typed that are no longer on screen, for the owner to copy. */
  readonly typedIn?: (patch: Patch) => string
  /** Where what was said here is still on screen: how to settle it. */
  readonly choose?: (id: number, which: 'mine' | 'stored') => Promise<void>
  /** "answer", "verdict": what the other window said. */
  readonly noun?: string
}

/** What could not be stored, why, and what to do; nothing while saving works. */
export function SessionBanner<Patch>(props: Props<Patch>) {
  const { saving, failure, retry, dismissFailure } = props
  const connection = useConnection()
  const offline = offlineMessages[connection]
  if (saving.refused) return <RefusedBanner {...props} refused={saving.refused} />
  if (saving.failure !== null || offline !== null) {
    const canRetry = saving.failure !== null && connection !== 'signed-out'
    return (
      <Banner
        actions={
          canRetry && (
            <Button variant="default" onClick={retry}>
              {words.retry}
            </Button>
          )
        }
      >
        <p>{offline ?? wordsOf(saving.failure).message}</p>
      </Banner>
    )
  }
  if (failure === null) return null
  return (
    <Banner actions={<Close onClick={dismissFailure} />}>
      <p>{wordsOf(failure).message}</p>
    </Banner>
  )
}

type RefusedProps<Patch> = Pick<Props<Patch>, 'nameOf' | 'onRefused'> & { readonly refused: Refused<Patch> }

function RefusedBanner<Patch>({ nameOf, onRefused, refused }: RefusedProps<Patch>) {
  const { id, patch, error, isConflict } = refused
  const { dismiss, typedIn, choose, noun } = onRefused
  const typed = typedIn?.(patch) ?? ''
  const [first] = Object.values(fieldErrorsOf(error))
  return (
    <Banner
      actions={
        isConflict && choose ? (
          <>
            <Button variant="default" onClick={() => void choose(id, 'mine')}>
              {words.keepWhatIsHere}
            </Button>
            <Button variant="default" onClick={() => void choose(id, 'stored')}>
              {words.takeTheOther(noun ?? '')}
            </Button>
          </>
        ) : (
          <>
            {typed !== '' && (
              <Button variant="default" onClick={() => void navigator.clipboard.writeText(typed)}>
                {words.copyWhatYouTyped}
              </Button>
            )}
            <Close onClick={dismiss} />
          </>
        )
      }
    >
      <div>
        <p>
          <b>{nameOf(id)}. </b>
          {first ?? wordsOf(error).message}
        </p>
        {typed !== '' && <blockquote>{typed}</blockquote>}
      </div>
    </Banner>
  )
}

function Banner({ children, actions }: { children: ReactNode; actions: ReactNode }) {
  return (
    <div className={styles.banner} role="alert">
      {children}
      {actions}
    </div>
  )
}

const Close = ({ onClick }: { onClick: () => void }) => (
  <Button variant="default" onClick={onClick}>
    {words.close}
  </Button>
)
