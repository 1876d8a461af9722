import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Dialog } from '../../../ui/layout/Dialog.tsx'
import styles from './review.module.css'
import { words as say } from './words.ts'

const reasons = [
  say.notThisWorkflowsWork,
  say.incompleteOrCutOff,
  say.iDontKnowEnoughTo,
  say.aTestNotRealWork,
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
    if (reason.trim() === '') setError(say.chooseOrWriteWhyIt)
    else onReplace(reason.trim())
  }
  return (
    <Dialog title={say.cantJudgeOutput(position)} onClose={onClose}>
      <form className={styles.dialogForm} onSubmit={submit}>
        <p>
          {hasReserve
            ? say.theNextReserveTakesIts(
                reservesLeft === 1 ? say.thisIsTheLastOne : say.areLeft(reservesLeft),
              )
            : say.noReserveIsLeftSo}
        </p>
        <fieldset>
          <legend>{say.whyCantItBeJudged}</legend>
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
          label={say.orInYourOwnWords}
          maxLength={300}
          value={reasons.includes(reason) ? '' : reason}
          error={error}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className={styles.dialogActions}>
          <Button variant="default" type="button" onClick={onClose}>
            {say.keepIt}
          </Button>
          <Button type="submit">{hasReserve ? say.replaceWithAReserve : say.setItAside}</Button>
        </div>
      </form>
    </Dialog>
  )
}
