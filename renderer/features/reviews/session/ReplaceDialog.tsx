import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Dialog } from '../../../ui/layout/Dialog.tsx'
import styles from './review.module.css'

const reasons = [
  'Not this workflow’s work',
  'Incomplete or cut off',
  'I don’t know enough to judge it',
  'A test, not real work',
]

type Props = {
  readonly reservesLeft: number
  readonly position: number
  readonly onReplace: (reason: string) => void
  readonly onClose: () => void
}

/** Asks why an output cannot be judged before a reserve takes its place. */
export function ReplaceDialog({ reservesLeft, position, onReplace, onClose }: Props) {
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string | null>(null)
  const hasReserve = reservesLeft > 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() === '') setError('Choose or write why it can’t be judged.')
    else onReplace(reason.trim())
  }
  return (
    <Dialog title={`Can’t judge output ${position}`} onClose={onClose}>
      <form className={styles.dialogForm} onSubmit={submit}>
        <p>
          {hasReserve
            ? `The next reserve takes its place. ${reservesLeft === 1 ? 'This is the last one' : `${reservesLeft} are left`}. The report counts it as replaced.`
            : 'No reserve is left, so this month’s sample gets one output smaller. The report counts it as replaced.'}
        </p>
        <fieldset>
          <legend>Why can’t it be judged?</legend>
          <div className={styles.reasons}>
            {reasons.map((known, index) => (
              <label key={known}>
                <input
                  type="radio"
                  name="reason"
                  autoFocus={index === 0}
                  checked={reason === known}
                  onChange={() => setReason(known)}
                />
                <span>{known}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <TextInput
          label="Or in your own words"
          maxLength={300}
          value={reasons.includes(reason) ? '' : reason}
          error={error}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className={styles.dialogActions}>
          <Button variant="default" type="button" onClick={onClose}>
            Keep it
          </Button>
          <Button type="submit">{hasReserve ? 'Replace with a reserve' : 'Set it aside'}</Button>
        </div>
      </form>
    </Dialog>
  )
}
