import { NativeSelect } from '@mantine/core'
import type { DateOrder } from '../../shared/contract/imports.ts'
import { dateOrderLabels, isDateOrderOpen } from './date-order.ts'

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
      label={`How ${samples[0] ?? 'a date'} is read`}
      value={value}
      data={Object.entries(dateOrderLabels).map(([order, label]) => ({ value: order, label }))}
      onChange={(event) => onChange(event.currentTarget.value as DateOrder)}
    />
  )
}
