import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import shared from '../../../ui/layout/shared.module.css'
import { Icon } from '../../../ui/marks/Icon.tsx'
import { IconButton } from '../../../ui/marks/IconButton.tsx'
import styles from '../foundation-reviews.module.css'
import { peopleQuery } from '../queries.ts'
import { type AttendeeRow, withName, withNewRow } from './attendee-rows.ts'
import { words } from './words.ts'

/** When the review is held, and who is there. */
export type Preparation = { readonly heldOn: string; readonly rows: readonly AttendeeRow[] }

type Props = {
  readonly preparation: Preparation
  readonly error: string | undefined
  readonly onChange: (preparation: Preparation) => void
  readonly onBlur?: (() => void) | undefined
}

export function PreparationFields({ preparation, error, onChange, onBlur }: Props) {
  const people = useQuery(peopleQuery())
  const here = (people.data ?? []).filter(({ leftOn }) => leftOn === null)
  const { heldOn, rows } = preparation
  const list = useRef<HTMLUListElement>(null)
  const countBefore = useRef(rows.length)
  useEffect(() => {
    // A line that was just added is the one to fill in.
    if (rows.length > countBefore.current) {
      list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus()
    }
    countBefore.current = rows.length
  }, [rows.length])
  const setRows = (next: readonly AttendeeRow[]) => onChange({ heldOn, rows: next })
  return (
    <div className={styles.preparation}>
      <TextInput
        type="date"
        label={words.date}
        className={styles.date}
        value={heldOn}
        error={error}
        onBlur={onBlur}
        onChange={(event) => onChange({ heldOn: event.currentTarget.value, rows })}
      />
      <fieldset>
        <legend className={styles.label}>{words.whoIsThere}</legend>
        <p className={shared.hint}>{words.theProcessOwnersAndWhoever}</p>
        <ul ref={list} className={styles.attendees}>
          {rows.map((row, index) => (
            <li key={row.key}>
              <TextInput
                aria-label={words.name(index + 1)}
                placeholder={words.name2}
                list="people"
                autoComplete="off"
                maxLength={120}
                value={row.name}
                onBlur={onBlur}
                onChange={(event) => setRows(withName(rows, row.key, event.currentTarget.value, here))}
              />
              <TextInput
                aria-label={words.role(index + 1)}
                placeholder={words.role2}
                maxLength={120}
                value={row.role}
                onBlur={onBlur}
                onChange={(event) => {
                  const role = event.currentTarget.value
                  setRows(rows.map((each) => (each.key === row.key ? { ...each, role } : each)))
                }}
              />
              <IconButton
                icon="close"
                label={row.name === '' ? words.removeLine(index + 1) : words.remove(row.name)}
                disabled={rows.length === 1 && row.name === '' && row.role === ''}
                onClick={() => {
                  const left = rows.filter(({ key }) => key !== row.key)
                  setRows(left.length > 0 ? left : withNewRow([]))
                }}
              />
            </li>
          ))}
        </ul>
        <Button
          variant="default"
          leftSection={<Icon name="plus" />}
          disabled={rows.length >= 40}
          onClick={() => setRows(withNewRow(rows))}
        >
          {words.addAPerson}
        </Button>
        <datalist id="people">
          {here.map(({ id, name, role }) => (
            <option key={id} value={name}>
              {role}
            </option>
          ))}
        </datalist>
      </fieldset>
    </div>
  )
}
