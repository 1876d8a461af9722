import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Signal } from '../../../shared/contract/signals.ts'
import { orpc } from '../../api/client.ts'
import { factsOf } from '../../parts/changes/signal-words.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import layout from '../../ui/layout/layout.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { newModelTestPath } from '../../ui/lib/new-model-test-path.ts'
import { EditSignalDialog } from './EditSignalDialog.tsx'
import { SetAsideDialog } from './SetAsideDialog.tsx'
import styles from './signals.module.css'
import { words } from './words.ts'

type SignalListProps = {
  signals: readonly Signal[]
  /** One went into the Bin, from where `binId` puts it back. */
  onRemoved: (binId: number) => void
}

/** Signals, newest first, each with what can be done about it. */
export function SignalList({ signals, onRemoved }: SignalListProps) {
  return (
    <ul className={styles.signals} aria-label={words.signals}>
      {signals.map((signal) => (
        <SignalRow key={signal.id} signal={signal} onRemoved={onRemoved} />
      ))}
    </ul>
  )
}

function SignalRow({ signal, onRemoved }: Pick<SignalListProps, 'onRemoved'> & { signal: Signal }) {
  const [dialog, setDialog] = useState<'edit' | 'set-aside' | null>(null)
  const reopen = useMutation(orpc.signals.reopen.mutationOptions())
  const remove = useMutation(
    orpc.signals.remove.mutationOptions({ onSuccess: ({ binId }) => onRemoved(binId) }),
  )
  const isOpen = signal.state === 'open'
  const close = () => setDialog(null)
  return (
    <li>
      <div className={styles.signal}>
        <p className={styles.text} data-open={isOpen || undefined}>
          {signal.text}
        </p>
        <p className={styles.facts}>{factsOf(signal, locale)}</p>
        <State signal={signal} />
        {reopen.isError && <ErrorNote error={reopen.error} />}
        {remove.isError && <ErrorNote error={remove.error} />}
      </div>
      <div className={styles.rowActions}>
        {isOpen && signal.kind === 'provider' && <TestTheModel signal={signal} />}
        {isOpen && <MakeChange signal={signal} />}
        {isOpen && (
          <button type="button" className={layout.textButton} onClick={() => setDialog('edit')}>
            {words.edit}
          </button>
        )}
        {isOpen && (
          <button type="button" className={layout.textButton} onClick={() => setDialog('set-aside')}>
            {words.setAside}
          </button>
        )}
        {signal.state === 'set_aside' && (
          <button
            type="button"
            className={layout.textButton}
            disabled={reopen.isPending}
            onClick={() => reopen.mutate({ id: signal.id })}
          >
            {words.openAgain}
          </button>
        )}
        {signal.state !== 'handled' && (
          <button
            type="button"
            className={layout.textButton}
            title={words.waitsInTheBin}
            disabled={remove.isPending}
            onClick={() => remove.mutate({ id: signal.id })}
          >
            {words.delete}
          </button>
        )}
      </div>
      {dialog === 'edit' && <EditSignalDialog signal={signal} onClose={close} />}
      {dialog === 'set-aside' && <SetAsideDialog signal={signal} onClose={close} />}
    </li>
  )
}

/** What became of it; nothing while it is open. */
function State({ signal: { state, changeNumber, foundationReviewId, reason } }: { signal: Signal }) {
  if (state === 'open') return null
  if (state === 'set_aside') {
    return <p className={styles.facts}>{reason === '' ? words.setAside : words.setAside2(reason)}</p>
  }
  return (
    <p className={styles.facts}>
      {words.handled}
      {changeNumber !== null && (
        <>
          {words.by}
          <Link href={`/changes/${changeNumber}`}>{words.change(changeNumber)}</Link>
        </>
      )}
      {changeNumber === null && foundationReviewId !== null && (
        <>
          {words.inA}
          <Link href={`/foundation-review/${foundationReviewId}`}>{words.foundationReview}</Link>
        </>
      )}
    </p>
  )
}

/** What a provider announced is tried on the standard inputs before anything is switched. */
function TestTheModel({ signal: { id, workflowId } }: { signal: Signal }) {
  const [, navigate] = useLocation()
  return (
    <Button variant="default" onClick={() => navigate(newModelTestPath({ workflowId, signalId: id }))}>
      {words.testTheModel}
    </Button>
  )
}

/** A section is changed on its own page; anything else is written down by hand. */
function MakeChange({ signal: { id, sectionId, workflowId } }: { signal: Signal }) {
  const [, navigate] = useLocation()
  return (
    <Button
      variant="default"
      onClick={() =>
        sectionId === null
          ? navigate('/changes/new', { state: { workflowId, signalId: id } })
          : navigate(`/foundation/${sectionId}`)
      }
    >
      {words.makeAChangeOfIt}
    </Button>
  )
}
