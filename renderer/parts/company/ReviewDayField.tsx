import { NativeSelect } from '@mantine/core'
import type { Preferences } from '../../../shared/contract/company.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import styles from './settings.module.css'
import { usePreferences } from './usePreferences.ts'

const days = [
  { value: '', label: 'Last day of the month' },
  ...Array.from({ length: 28 }, (_, index) => ({ value: String(index + 1), label: `Day ${index + 1}` })),
]

/** By which day of its month a review is due; saved at once. */
export function ReviewDayField({ stored }: { stored: Preferences }) {
  const { preferences, change, error } = usePreferences(stored)
  return (
    <div className={styles.field}>
      <NativeSelect
        className={styles.short}
        label="Monthly reviews are due by"
        data={days}
        value={preferences.reviewDay === null ? '' : String(preferences.reviewDay)}
        onChange={({ currentTarget: { value } }) =>
          change({ reviewDay: value === '' ? null : Number(value) })
        }
      />
      {error && <ErrorNote error={error} />}
    </div>
  )
}
