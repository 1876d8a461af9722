import { NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { Preferences } from '../../../shared/contract/company.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import styles from './settings.module.css'

const days = [
  { value: '', label: 'Last day of the month' },
  ...Array.from({ length: 28 }, (_, index) => ({ value: String(index + 1), label: `Day ${index + 1}` })),
]

/** By which day of its month a review is due; saved at once. */
export function ReviewDayField({ preferences }: { preferences: Preferences }) {
  const save = useMutation(orpc.company.updatePreferences.mutationOptions())
  return (
    <div className={styles.field}>
      <NativeSelect
        className={styles.short}
        label="Monthly reviews are due by"
        data={days}
        value={preferences.reviewDay === null ? '' : String(preferences.reviewDay)}
        onChange={({ currentTarget: { value } }) =>
          save.mutate({ reviewDay: value === '' ? null : Number(value) })
        }
      />
      {save.isError && <ErrorNote error={save.error} />}
    </div>
  )
}
