import styles from './chips.module.css'

type ChipsProps = {
  /** What is offered, for whoever does not see it. */
  label: string
  options: readonly string[]
  onPick: (option: string) => void
}

/** Usual answers under a field, one click each. */
export function Chips({ label, options, onPick }: ChipsProps) {
  return (
    <fieldset className={styles.chips} aria-label={label}>
      {options.map((option) => (
        <button key={option} type="button" className={styles.chip} onClick={() => onPick(option)}>
          {option}
        </button>
      ))}
    </fieldset>
  )
}
