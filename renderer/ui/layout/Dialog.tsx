import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Note } from '../feedback/Note.tsx'
import { classNames } from '../lib/class-names.ts'
import { Actions } from './Actions.tsx'
import styles from './dialog.module.css'
import { words } from './words.ts'

type DialogProps = {
  title: string
  onClose: () => void
  children: ReactNode
  actions?: ReactNode
  isWide?: boolean
}

/**
 * A dialog over the page while it is rendered: the rest is out of reach, Escape closes it, and the focus
 * goes back to where it was. Where something was typed, Escape asks first.
 */
export function Dialog({ title, onClose, children, actions, isWide = false }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const isTyped = useRef(false)
  const [asks, setAsks] = useState(false)
  useEffect(() => {
    const before = document.activeElement
    dialog.current?.showModal()
    dialog.current?.scrollTo(0, 0)
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className={classNames(styles.dialog, isWide && styles.wide)}
      aria-labelledby={titleId}
      onInput={({ target }) => {
        isTyped.current ||= isText(target)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        // A browser closes by itself at the second Escape, whatever was typed.
        event.preventDefault()
        if (isTyped.current) setAsks(!asks)
        else onClose()
      }}
      onCancel={(event) => {
        event.preventDefault()
        if (isTyped.current) setAsks(true)
        else onClose()
      }}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
      {asks && <CloseQuestion onStay={() => setAsks(false)} onClose={onClose} />}
      {actions && <div className={styles.actions}>{actions}</div>}
    </dialog>
  )
}

/** A date or a name is typed; a choice is made again in a moment. */
const isText = (field: EventTarget) =>
  field instanceof HTMLTextAreaElement ||
  (field instanceof HTMLInputElement && field.type !== 'radio' && field.type !== 'checkbox')

function CloseQuestion({ onStay, onClose }: { onStay: () => void; onClose: () => void }) {
  return (
    <Note tone="watch" role="alert" className={styles.question}>
      <p>{words.whatYouEnteredHereIs}</p>
      <Actions>
        <Button autoFocus onClick={onStay}>
          {words.goOnHere}
        </Button>
        <Button variant="default" onClick={onClose}>
          {words.closeWithoutSaving}
        </Button>
      </Actions>
    </Note>
  )
}
