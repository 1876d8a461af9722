import { Textarea } from '@mantine/core'
import { Chips } from '../../ui/fields/Chips.tsx'
import { commonReasons } from './change-words.ts'
import { words } from './words.ts'

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
        label={words.why}
        autosize
        minRows={2}
        maxRows={8}
        value={why}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Chips
        label={words.commonReasons}
        options={commonReasons}
        onPick={(reason) => onChange(added(why, reason))}
      />
    </div>
  )
}

function added(why: string, reason: string): string {
  if (why.includes(reason)) return why
  return why.trim() === '' ? reason : `${why.trimEnd()}\n${reason}`
}
