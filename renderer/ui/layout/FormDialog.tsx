import { Button } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { ErrorNote } from '../feedback/ErrorNote.tsx'
import { Dialog } from './Dialog.tsx'
import layout from './layout.module.css'
import { words } from './words.ts'

type FormDialogProps = {
  title: string
  /** What the one button that ends it does. */
  submitLabel: string
  isBusy: boolean
  /** A refusal that no field shows; null otherwise. */
  error: unknown
  isWide?: boolean
  /** A quiet action at the left, such as removing. */
  secondary?: ReactNode
  onClose: () => void
  onSubmit: () => void
  children: ReactNode
}

/** A dialog whose fields are sent together. Checked on submit; what was typed stays. */
export function FormDialog(props: FormDialogProps) {
  const { title, submitLabel, isBusy, error, isWide = false, secondary, onClose, onSubmit, children } = props
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <Dialog title={title} isWide={isWide} onClose={onClose}>
      <form className={layout.fields} onSubmit={submit} noValidate>
        {children}
        {error !== null && <ErrorNote error={error} />}
        <div className={layout.formActions}>
          {secondary}
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={isBusy}>
            {submitLabel}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
