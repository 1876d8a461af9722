import { NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ActivityFilter } from '../../../shared/contract/reports/activity.ts'
import { activityKindIds, activityKinds } from '../../../shared/domain/activity/deeds.ts'
import { addDays } from '../../../shared/domain/time/dates.ts'
import { orpc } from '../../api/client.ts'
import styles from './activity.module.css'
import { words } from './words.ts'

/** The filter as it is chosen: days of this computer's zone, '' where none is. */
export type ChosenFilter = Pick<ActivityFilter, 'kind' | 'who' | 'workflowId' | 'search'> & {
  fromDay: string
  toDay: string
}

export const noFilter: ChosenFilter = {
  ...{ kind: null, who: null, workflowId: null, search: '' },
  ...{ fromDay: '', toDay: '' },
}

/** Both days count, from midnight to midnight here. */
export function toFilter({ fromDay, toDay, ...rest }: ChosenFilter): ActivityFilter {
  const midnight = (day: string) => new Date(`${day}T00:00`).toISOString()
  return {
    ...rest,
    from: fromDay === '' ? null : midnight(fromDay),
    until: toDay === '' ? null : midnight(addDays(toDay, 1)),
  }
}

type Props = { filter: ChosenFilter; onChange: (part: Partial<ChosenFilter>) => void }

/** Narrows the log by words, person, kind, workflow and period. */
export function ActivityFilters({ filter, onChange }: Props) {
  const choices = useQuery(orpc.activity.choices.queryOptions())
  const { people = [], workflows = [] } = choices.data ?? {}
  return (
    <search className={styles.filters}>
      <TextInput
        label={words.search}
        maxLength={200}
        value={filter.search}
        onChange={({ currentTarget }) => onChange({ search: currentTarget.value })}
      />
      <NativeSelect
        label={words.kind}
        value={filter.kind ?? ''}
        data={[
          { value: '', label: words.allKinds },
          ...activityKindIds.map((kind) => ({ value: kind, label: activityKinds[kind] })),
        ]}
        onChange={({ currentTarget }) =>
          onChange({ kind: activityKindIds.find((kind) => kind === currentTarget.value) ?? null })
        }
      />
      <NativeSelect
        label={words.workflow}
        value={filter.workflowId === null ? '' : String(filter.workflowId)}
        data={[
          { value: '', label: words.allWorkflows },
          ...workflows.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          onChange({ workflowId: value === '' ? null : Number(value) })
        }
      />
      <NativeSelect
        label={words.who}
        value={filter.who ?? ''}
        data={[
          { value: '', label: words.everybody },
          ...people.map((name) => ({ value: name, label: name })),
        ]}
        onChange={({ currentTarget: { value } }) => onChange({ who: value === '' ? null : value })}
      />
      <TextInput
        type="date"
        label={words.from}
        value={filter.fromDay}
        onChange={({ currentTarget }) => onChange({ fromDay: currentTarget.value })}
      />
      <TextInput
        type="date"
        label={words.to}
        value={filter.toDay}
        onChange={({ currentTarget }) => onChange({ toDay: currentTarget.value })}
      />
    </search>
  )
}
