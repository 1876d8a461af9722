import type { Person } from '../../../../shared/contract/people.ts'
import type { Db } from '../../db/open.ts'

type PersonRow = { id: number; name: string; role: string; left_on: string | null; checks: string }

const toPerson = (row: PersonRow): Person => ({
  id: row.id,
  name: row.name,
  role: row.role,
  leftOn: row.left_on,
  checks: JSON.parse(row.checks) as string[],
})

// A person and a section know each other by name only, whatever the case of its letters.
const selectPerson = `
SELECT p.*, (
  SELECT json_group_array(d.name ORDER BY d.position, d.id) FROM documents d
  WHERE d.kind = 'section' AND d.verifier = p.name COLLATE NOCASE
) AS checks
FROM people p`

export type PersonFields = Pick<Person, 'name' | 'role' | 'leftOn'>

export function createPeopleRepository(db: Db) {
  const all = db.prepare<[], PersonRow>(
    `${selectPerson} ORDER BY p.left_on IS NOT NULL, p.name COLLATE NOCASE, p.id`,
  )
  const byId = db.prepare<[number], PersonRow>(`${selectPerson} WHERE p.id = ?`)
  const byName = db.prepare<[string], PersonRow>(`${selectPerson} WHERE p.name = ? COLLATE NOCASE`)
  const insert = db.prepare('INSERT INTO people (name, role, left_on) VALUES (:name, :role, :leftOn)')
  const update = db.prepare('UPDATE people SET name = :name, role = :role, left_on = :leftOn WHERE id = :id')
  const remove = db.prepare('DELETE FROM people WHERE id = ?')
  const sectionsOf = db.prepare<[string], { id: number }>(`
    SELECT id FROM documents WHERE kind = 'section' AND verifier = ? COLLATE NOCASE ORDER BY position, id`)
  const openActions = db.prepare<[string], { what: string }>(
    "SELECT what FROM actions WHERE state = 'open' AND who = ? COLLATE NOCASE ORDER BY due_on, id",
  )

  return {
    /** Those who are here first, by name. */
    list: () => all.all().map(toPerson),
    get(id: number): Person | undefined {
      const row = byId.get(id)
      return row && toPerson(row)
    },
    named(name: string): Person | undefined {
      const row = byName.get(name)
      return row && toPerson(row)
    },
    insert: (fields: PersonFields): number => Number(insert.run(fields).lastInsertRowid),
    update: (id: number, fields: PersonFields): void => {
      update.run({ ...fields, id })
    },
    remove: (id: number): void => {
      remove.run(id)
    },
    /** Ids of the sections somebody checks. */
    sectionsOf: (name: string) => sectionsOf.all(name).map(({ id }) => id),
    /** What somebody still has to do after a Foundation review, soonest first. */
    openActionsOf: (name: string) => openActions.all(name).map(({ what }) => what),
  }
}
