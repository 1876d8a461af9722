import { type ReactNode, useId } from 'react'
import layout from '../layout/layout.module.css'
import { classNames } from '../lib/class-names.ts'
import styles from './segmented.module.css'

type SegmentOption<Value extends string> = {
  value: Value
  label: ReactNode
  /** Colour while chosen: `bad` for a choice that means trouble. */
  tone?: 'bad' | undefined
}

type SegmentedProps<Value extends string> = {
  /** Names the group for screen readers; show it beside the group where it is not obvious. */
  label: string
  /** Null while nothing is chosen. */
  value: Value | null
  options: readonly SegmentOption<Value>[]
  onChange: (value: Value) => void
  disabled?: boolean | undefined
  className?: string | undefined
}

/** A few choices side by side, as real radio buttons. */
export function Segmented<Value extends string>({
  label,
  value,
  options,
  onChange,
  disabled,
  className,
}: SegmentedProps<Value>) {
  const name = useId()
  return (
    <div className={classNames(styles.group, className)} role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} className={styles.segment} data-tone={option.tone}>
          <input
            className={layout.cover}
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={disabled}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  )
}
