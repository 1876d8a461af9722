import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { OutputFilter } from '../../../shared/contract/outputs.ts'
import { formatMonth } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import { locale } from '../../ui/lib/locale.ts'
import { isNarrowed, type ListState, widened } from './output-address.ts'
import styles from './outputs.module.css'
import { words } from './words.ts'

type Props = { workflowId: number; state: ListState; onChange: (state: ListState) => void }

const shown = [
  { value: 'all', label: words.allOutputs },
  { value: 'issues', label: words.withIssues },
  { value: 'not_fit', label: words.notFitOnes },
  { value: 'flagged', label: words.flaggedOnes },
]

/** Narrows the list by words and by what was said. */
export function OutputFilters({ workflowId, state, onChange }: Props) {
  const choices = useQuery(orpc.results.outputChoices.queryOptions({ input: { workflowId } })).data
  const narrow = (part: Partial<ListState>) => onChange({ ...state, ...part, offset: 0 })
  return (
    <search className={styles.filters}>
      <TextInput
        className={styles.search}
        label={words.search}
        maxLength={200}
        value={state.search}
        onChange={(event) => narrow({ search: event.currentTarget.value })}
      />
      <NativeSelect
        label={words.show}
        data={shown}
        value={state.show}
        onChange={(event) => narrow({ show: OutputFilter.shape.show.parse(event.currentTarget.value) })}
      />
      <Choice
        label={words.month}
        all={words.allMonths}
        values={choices?.months}
        value={state.month}
        nameOf={(month) => formatMonth(month, locale)}
        onChange={(month) => narrow({ month })}
      />
      <Choice
        label={words.standard}
        all={words.anyStandard}
        values={choices?.standards}
        value={state.standard}
        onChange={(standard) => narrow({ standard })}
      />
      <Choice
        label={words.type}
        all={words.anyType}
        values={choices?.types}
        value={state.type}
        onChange={(type) => narrow({ type })}
      />
      <Choice
        label={words.section}
        all={words.anySection}
        values={choices?.sections}
        value={state.section}
        onChange={(section) => narrow({ section })}
      />
      {(choices?.people.length !== 0 || state.person !== null) && (
        <Choice
          label={words.person}
          all={words.anybody}
          values={choices?.people}
          value={state.person}
          onChange={(person) => narrow({ person })}
        />
      )}
      {isNarrowed(state) && (
        <Button className={styles.clear} variant="subtle" onClick={() => onChange(widened(state))}>
          {words.clear}
        </Button>
      )}
    </search>
  )
}

type ChoiceProps = {
  label: string
  /** What no choice is called. */
  all: string
  values: readonly string[] | undefined
  value: string | null
  nameOf?: (value: string) => string
  onChange: (value: string | null) => void
}

/** One of the values that occur, or all; what the address asks for is offered even where it does not occur. */
function Choice({ label, all, values = [], value, nameOf = (name) => name, onChange }: ChoiceProps) {
  const offered = value === null || values.includes(value) ? values : [value, ...values]
  return (
    <NativeSelect
      label={label}
      value={value ?? ''}
      data={[{ value: '', label: all }, ...offered.map((each) => ({ value: each, label: nameOf(each) }))]}
      onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
    />
  )
}
