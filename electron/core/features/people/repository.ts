import type { Held, Person } from '../../../../shared/contract/people.ts'
import type { Db } from '../../db/open.ts'
import { personNamed } from '../../db/people-sql.ts'

type PersonRow = {
  id: number
  name: string
  role: string
  left_on: string | null
  checks: string
  holds: string
}

const toPerson = (row: PersonRow): Person => ({
  id: row.id,
  name: row.name,
  role: row.role,
  leftOn: row.left_on,
  checks: JSON.parse(row.checks) as string[],
  holds: JSON.parse(row.holds) as Held[],
})

const held = `
SELECT 1 AS place, 'workflow' AS kind, w.id, w.name FROM workflows w WHERE w.process_owner_id = p.id
UNION ALL SELECT 2, 'deputy', w.id, w.name
  FROM register_entries e JOIN workflows w ON w.id = e.workflow_id WHERE e.deputy_id = p.id
UNION ALL SELECT 3, 'section', d.id, ifnull((SELECT w.name || ': ' FROM workflows w WHERE w.id = d.workflow_id), '') || d.name
  FROM documents d WHERE d.verifier_id = p.id
UNION ALL SELECT 4, 'action', a.id, a.what FROM actions a WHERE a.who_id = p.id AND a.state = 'open'
UNION ALL SELECT 5, 'dependency', x.id, w.name || ': ' || x.source
  FROM data_dependencies x JOIN workflows w ON w.id = x.workflow_id WHERE x.owner_id = p.id
UNION ALL SELECT 6, 'incident', i.id, w.name || ': ' || i.what
  FROM workflows w JOIN incidents i ON i.workflow_id = w.id WHERE w.process_owner_id = p.id AND i.closed_on IS NULL
UNION ALL SELECT 7, 'review', r.id, r.held_on FROM foundation_reviews r
  WHERE r.state <> 'finished' AND r.id IN (
    SELECT review_id FROM attendees WHERE person_id = p.id UNION SELECT review_id FROM review_cards WHERE who_id = p.id)`

const selectPerson = `
SELECT p.*, (
  SELECT json_group_array(d.name ORDER BY d.position, d.id) FROM documents d
  WHERE d.kind = 'section' AND d.verifier_id = p.id
) AS checks, (
  SELECT json_group_array(json_object('kind', h.kind, 'id', h.id, 'name', h.name) ORDER BY h.place, h.id)
  FROM (${held}) h
) AS holds
FROM people p`

/** Records that are never altered and name a person; in the others the name alone stays. */
const records = `
SELECT 1 FROM changes WHERE decided_by_id = :id UNION ALL SELECT 1 FROM changes WHERE approved_by_id = :id
UNION ALL SELECT 1 FROM versions WHERE approved_by_id = :id
UNION ALL SELECT 1 FROM releases WHERE approved_by_id = :id
LIMIT 1`

export type PersonFields = Pick<Person, 'name' | 'role' | 'leftOn'>

export function createPeopleRepository(db: Db) {
  const all = db.prepare<[], PersonRow>(
    `${selectPerson} ORDER BY p.left_on IS NOT NULL, p.name COLLATE NOCASE, p.id`,
  )
  const byId = db.prepare<[number], PersonRow>(`${selectPerson} WHERE p.id = ?`)
  const byName = db.prepare<[{ name: string }], PersonRow>(
    `${selectPerson} WHERE p.id = ${personNamed(':name')}`,
  )
  const insert = db.prepare('INSERT INTO people (name, role, left_on) VALUES (:name, :role, :leftOn)')
  const update = db.prepare('UPDATE people SET name = :name, role = :role, left_on = :leftOn WHERE id = :id')
  const remove = db.prepare('DELETE FROM people WHERE id = ?')
  const inRecords = db.prepare<[{ id: number }], unknown>(records)

  return {
    /** Those who are here first, by name. */
    list: () => all.all().map(toPerson),
    get(id: number): Person | undefined {
      const row = byId.get(id)
      return row && toPerson(row)
    },
    named(name: string): Person | undefined {
      const row = byName.get({ name })
      return row && toPerson(row)
    },
    insert: (fields: PersonFields): number => Number(insert.run(fields).lastInsertRowid),
    update: (id: number, fields: PersonFields): void => {
      update.run({ ...fields, id })
    },
    remove: (id: number): void => {
      remove.run(id)
    },
    isInRecords: (id: number): boolean => inRecords.get({ id }) !== undefined,
  }
}
