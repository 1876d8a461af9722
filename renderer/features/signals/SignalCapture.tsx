import { useEffect, useState } from 'react'
import { CaptureDialog } from './CaptureDialog.tsx'
import { emptyDraft, provideCapture, type SignalDraft } from './capture.ts'
import styles from './signals.module.css'
import { words } from './words.ts'

const notedForMs = 4000

/** Noting a signal from anywhere; what was typed and not saved is there when it is opened again. */
export function SignalCapture() {
  const [isOpen, setOpen] = useState(false)
  const [draft, setDraft] = useState(emptyDraft)
  const [notedAt, setNotedAt] = useState(0)
  useEffect(() => provideCapture(() => setOpen(true)), [])
  useEffect(() => {
    if (notedAt === 0) return
    const timer = setTimeout(() => setNotedAt(0), notedForMs)
    return () => clearTimeout(timer)
  }, [notedAt])
  const noted = ({ kind }: SignalDraft) => {
    setDraft(emptyDraft(kind))
    setOpen(false)
    setNotedAt(Date.now())
  }
  return (
    <>
      <p className={styles.noted} role="status">
        {notedAt > 0 && words.noted}
      </p>
      {isOpen && (
        <CaptureDialog draft={draft} onChange={setDraft} onNoted={noted} onClose={() => setOpen(false)} />
      )}
    </>
  )
}
