import { NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ChangeKind } from '../../../shared/contract/changes.ts'
import { orpc } from '../../api/client.ts'
import { kindLabels } from '../../parts/changes/change-words.ts'
import styles from './changes.module.css'
import { words } from './words.ts'

/** Which changes are shown; null is all. */
export type ChangeFilter = { workflowId: number | null; kind: ChangeKind | null; search: string }

export const noFilter: ChangeFilter = { workflowId: null, kind: null, search: '' }

export const isFiltering = ({ workflowId, kind, search }: ChangeFilter) =>
  workflowId !== null || kind !== null || search.trim() !== ''

/** Narrows the log by words, workflow and kind. */
export function ChangeFilters({
  filter,
  onChange,
}: {
  filter: ChangeFilter
  onChange: (filter: ChangeFilter) => void
}) {
  const workflows = useQuery(orpc.workflows.list.queryOptions())
  return (
    <search className={styles.filters}>
      <TextInput
        label={words.search}
        maxLength={200}
        value={filter.search}
        onChange={(event) => onChange({ ...filter, search: event.currentTarget.value })}
      />
      <NativeSelect
        label={words.workflow}
        value={filter.workflowId === null ? '' : String(filter.workflowId)}
        data={[
          { value: '', label: words.allWorkflows },
          ...(workflows.data ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        onChange={(event) => {
          const { value } = event.currentTarget
          onChange({ ...filter, workflowId: value === '' ? null : Number(value) })
        }}
      />
      <NativeSelect
        label={words.kind}
        value={filter.kind ?? ''}
        data={[
          { value: '', label: words.allKinds },
          ...ChangeKind.options.map((kind) => ({ value: kind, label: kindLabels[kind] })),
        ]}
        onChange={(event) =>
          onChange({
            ...filter,
            kind: ChangeKind.options.find((kind) => kind === event.currentTarget.value) ?? null,
          })
        }
      />
    </search>
  )
}
