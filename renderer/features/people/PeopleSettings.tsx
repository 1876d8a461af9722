import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Person } from '../../../shared/contract/people.ts'
import { formatDay } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import shared from '../../ui/layout/shared.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { Table } from '../../ui/tables/Table.tsx'
import { HandOverDialog } from './HandOverDialog.tsx'
import { PersonDialog } from './PersonDialog.tsx'
import styles from './people.module.css'
import { words } from './words.ts'

/** What is open over the list: somebody new, somebody to edit, or what somebody checks to hand over. */
type Open = { dialog: 'person'; person: Person | null } | { dialog: 'hand-over'; person: Person } | null

/** The people who own, check and decide, and what each of them checks. */
export function PeopleSettings() {
  const people = useQuery(orpc.people.list.queryOptions())
  const [open, setOpen] = useState<Open>(null)
  if (people.isPending) return <Loading />
  if (people.isError) return <ErrorNote error={people.error} />
  const add = <Button onClick={() => setOpen({ dialog: 'person', person: null })}>{words.addAPerson}</Button>
  const close = () => setOpen(null)
  return (
    <div className={styles.people}>
      {people.data.length === 0 ? (
        <EmptyState title={words.noPeopleYet} action={add}>
          {words.addWhoOwnsAProcess}
        </EmptyState>
      ) : (
        <>
          <div className={styles.head}>
            <p className={styles.quiet}>{words.whoOwnsChecksAndDecides}</p>
            {add}
          </div>
          <Card>
            <PeopleTable people={people.data} onOpen={setOpen} />
          </Card>
        </>
      )}
      {open?.dialog === 'person' && (
        <PersonDialog
          person={open.person}
          onSaved={(saved) => setOpen(needsHandOver(saved) ? { dialog: 'hand-over', person: saved } : null)}
          onClose={close}
        />
      )}
      {open?.dialog === 'hand-over' && (
        <HandOverDialog person={open.person} people={people.data} onClose={close} />
      )}
    </div>
  )
}

const needsHandOver = ({ leftOn, holds }: Person) => leftOn !== null && holds.length > 0

const columns = [
  { heading: words.name, width: '200px' },
  { heading: words.role, width: '200px' },
  { heading: words.checks },
  { heading: words.whatYouCanDo, width: '120px', isUnseen: true },
]

function PeopleTable({ people, onOpen }: { people: readonly Person[]; onOpen: (open: Open) => void }) {
  return (
    <Table label={words.people} columns={columns}>
      <tbody>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} onOpen={onOpen} />
        ))}
      </tbody>
    </Table>
  )
}

function PersonRow({ person, onOpen }: { person: Person; onOpen: (open: Open) => void }) {
  const { name, role, leftOn, checks } = person
  return (
    <tr>
      <th scope="row" className={leftOn === null ? undefined : styles.gone}>
        {name}
        {leftOn !== null && <span className={shared.under}>{words.leftOn(formatDay(leftOn, locale))}</span>}
      </th>
      <td>{role || '–'}</td>
      <td className={styles.checks} data-late={needsHandOver(person) || undefined}>
        {checks.join(', ') || '–'}
      </td>
      <td className={styles.rowActions}>
        {needsHandOver(person) && (
          <button
            type="button"
            className={styles.textButton}
            aria-label={words.handOverWhatHas(name)}
            onClick={() => onOpen({ dialog: 'hand-over', person })}
          >
            {words.handOver}
          </button>
        )}
        <button
          type="button"
          className={styles.textButton}
          aria-label={words.edit(name)}
          onClick={() => onOpen({ dialog: 'person', person })}
        >
          {words.edit2}
        </button>
      </td>
    </tr>
  )
}
