import type { Attendee } from '../../../../shared/contract/foundation-reviews.ts'
import type { Person } from '../../../../shared/contract/people.ts'

/** A line of the form; the key keeps it the same line while its name changes. */
export type AttendeeRow = { readonly key: number; readonly name: string; readonly role: string }

type Named = Pick<Attendee, 'name' | 'role'>

/** The lines of those already named, and an empty one where there is nobody. */
export function rowsOf(attendees: readonly Named[]): AttendeeRow[] {
  const named = attendees.map(({ name, role }, key) => ({ key, name, role }))
  return named.length > 0 ? named : [{ key: 0, name: '', role: '' }]
}

/** Everybody with a name; a line left empty is nobody. */
export function namedIn(rows: readonly AttendeeRow[]): Named[] {
  return rows
    .map(({ name, role }) => ({ name: name.trim(), role: role.trim() }))
    .filter(({ name }) => name !== '')
}

export function withNewRow(rows: readonly AttendeeRow[]): AttendeeRow[] {
  return [...rows, { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, name: '', role: '' }]
}

/** The lines with a name typed; the role of somebody known comes along where none was given. */
export function withName(
  rows: readonly AttendeeRow[],
  key: number,
  name: string,
  people: readonly Person[],
): AttendeeRow[] {
  const known = people.find((person) => person.name === name.trim())
  return rows.map((row) => (row.key === key ? { ...row, name, role: row.role || (known?.role ?? '') } : row))
}
