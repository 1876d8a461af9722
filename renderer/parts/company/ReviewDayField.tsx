import { NativeSelect } from '@mantine/core'
import type { Preferences } from '../../../shared/contract/company.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import styles from './settings.module.css'
import { usePreferences } from './usePreferences.ts'
import { words } from './words.ts'

const lastDay = 'last_day'
const days = [
  ...Array.from({ length: 28 }, (_, index) => ({
    value: String(index + 1),
    label: words.dayOfTheMonthAfter(index + 1),
  })),
  { value: lastDay, label: words.lastDayOfTheMonth },
]

/** By which day the review of a month is due; saved at once. */
export function ReviewDayField({ stored }: { stored: Preferences }) {
  const { preferences, change, error } = usePreferences(stored)
  return (
    <div className={styles.field}>
      <NativeSelect
        className={styles.short}
        label={words.monthlyReviewsAreDueBy}
        data={days}
        value={String(preferences.reviewDay)}
        onChange={({ currentTarget: { value } }) =>
          change({ reviewDay: value === lastDay ? lastDay : Number(value) })
        }
      />
      {error && <ErrorNote error={error} />}
    </div>
  )
}
