import { NativeSelect } from '@mantine/core'
import type { DateOrder } from '../../shared/contract/imports.ts'
import { dateOrderLabels, isDateOrderOpen } from './date-order.ts'
import { words } from './words.ts'

/** How the dates of a file are read; nothing when its first ones (`samples`) can be read in one way only. */
export function DateOrderSelect({
  samples,
  value,
  onChange,
}: {
  samples: readonly string[]
  value: DateOrder
  onChange: (order: DateOrder) => void
}) {
  if (!isDateOrderOpen(samples)) return null
  return (
    <NativeSelect
      label={words.howIsRead(samples[0] ?? words.aDate)}
      value={value}
      data={Object.entries(dateOrderLabels).map(([order, label]) => ({ value: order, label }))}
      onChange={(event) => onChange(event.currentTarget.value as DateOrder)}
    />
  )
}
