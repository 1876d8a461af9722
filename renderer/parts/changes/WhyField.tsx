import { Textarea } from '@mantine/core'
import layout from '../../ui/layout/layout.module.css'
import { commonReasons } from './change-words.ts'
import styles from './changes.module.css'

/** Why something changes, in the owner's words; the usual reasons are one click each. */
export function WhyField({
  why,
  error,
  onChange,
}: {
  why: string
  error: string | undefined
  onChange: (why: string) => void
}) {
  return (
    <div>
      <Textarea
        label="Why"
        autosize
        minRows={2}
        maxRows={8}
        value={why}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <fieldset className={styles.chips}>
        <legend className={layout.hidden}>Common reasons</legend>
        {commonReasons.map((reason) => (
          <button
            key={reason}
            type="button"
            className={styles.chip}
            onClick={() => onChange(added(why, reason))}
          >
            {reason}
          </button>
        ))}
      </fieldset>
    </div>
  )
}

function added(why: string, reason: string): string {
  if (why.includes(reason)) return why
  return why.trim() === '' ? reason : `${why.trimEnd()}\n${reason}`
}
