import { type ReactNode, useId } from 'react'
import styles from '../files.module.css'
import { words } from '../words.ts'

type ReadingsProps<Value extends string | number> = {
  /** Names the choice for screen readers. */
  label: string
  /** What each row shows a reading of. */
  rows: readonly ReactNode[]
  /** Each reading with what it makes of every row. */
  options: readonly { value: Value; label: string; cells: readonly ReactNode[] }[]
  value: Value | null
  onChange: (value: Value) => void
}

/** The readings a question is about, side by side with what each makes of real rows; one of them is chosen. */
export function Readings<Value extends string | number>(props: ReadingsProps<Value>) {
  const { label, rows, options, value, onChange } = props
  const name = useId()
  return (
    <table className={styles.readings} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{words.inTheFile}</th>
          {options.map((option) => (
            <th key={option.value} scope="col" data-chosen={option.value === value || undefined}>
              <label>
                <input
                  type="radio"
                  name={name}
                  checked={option.value === value}
                  onChange={() => onChange(option.value)}
                />
                {option.label}
              </label>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a question never change places
          <tr key={index}>
            <th scope="row">{row}</th>
            {options.map((option) => (
              <td key={option.value} data-chosen={option.value === value || undefined} dir="auto">
                {option.cells[index]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
