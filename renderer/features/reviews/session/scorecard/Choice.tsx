import { useId, useRef } from 'react'
import { Segmented } from '../../../../ui/fields/Segmented.tsx'
import styles from './scorecard.module.css'

type Props<Value extends string> = {
  readonly label: string
  readonly options: readonly { value: Value; label: string; tone?: 'bad' }[]
  readonly value: Value | null
  /** `isPointed` is false for a choice made with the arrow keys inside the group: the keyboard stays there. */
  readonly onChange: (value: Value, isPointed: boolean) => void
  readonly error?: string | undefined
  /** The error is marked and told to screen readers; its words wait until it is the first one left. */
  readonly isQuiet?: boolean
}

/** A choice of the scorecard: segments, and what is wrong with them where something is missing. */
export function Choice<Value extends string>({
  label,
  options,
  value,
  onChange,
  error,
  isQuiet,
}: Props<Value>) {
  const isPointed = useRef(false)
  const errorId = useId()
  return (
    <fieldset
      className={styles.choice}
      aria-label={label}
      aria-describedby={error ? errorId : undefined}
      data-invalid={error ? true : undefined}
      onPointerDown={() => {
        isPointed.current = true
      }}
      onKeyDown={() => {
        isPointed.current = false
      }}
    >
      <Segmented
        label={label}
        options={options}
        value={value}
        onChange={(next) => onChange(next, isPointed.current)}
      />
      {error && (
        <p id={errorId} className={isQuiet ? styles.unseen : styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  )
}
