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

const underWay = "review_id IN (SELECT id FROM foundation_reviews WHERE state <> 'finished')"

/** Every place of the present that names a person: its table, the name, its key, and which rows count. */
const places = [
  {
    table: 'workflows',
    said: 'process_owner',
    key: 'process_owner_id',
    also: ', rev = rev + 1',
    only: 'true',
  },
  { table: 'register_entries', said: 'deputy', key: 'deputy_id', also: ', rev = rev + 1', only: 'true' },
  { table: 'data_dependencies', said: 'owner', key: 'owner_id', also: '', only: 'true' },
  { table: 'documents', said: 'verifier', key: 'verifier_id', also: '', only: 'true' },
  { table: 'actions', said: 'who', key: 'who_id', also: '', only: "state = 'open'" },
  { table: 'review_cards', said: 'who', key: 'who_id', also: '', only: underWay },
  { table: 'attendees', said: 'name', key: 'person_id', also: '', only: underWay },
] as const

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
  const takeUps = places.map(({ table, said, key, only }) =>
    db.prepare(`
      UPDATE ${table} SET ${key} = :id
      WHERE ${key} IS NULL AND trim(${said}) = :name COLLATE NOCASE AND ${only}`),
  )
  const leaveOut = db.prepare(`
    DELETE FROM attendees WHERE person_id = :from AND ${underWay}
      AND review_id IN (SELECT review_id FROM attendees WHERE person_id = :to)`)
  const moves = places.map(({ table, said, key, also, only }) =>
    db.prepare(`
      UPDATE ${table} SET ${key} = :to, ${said} = (SELECT name FROM people WHERE id = :to)${also}
      WHERE ${key} = :from AND ${only}`),
  )

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
    /** What names them already is linked to them. */
    insert(fields: PersonFields): number {
      const id = Number(insert.run(fields).lastInsertRowid)
      for (const takeUp of takeUps) takeUp.run({ id, name: fields.name })
      return id
    },
    update(id: number, fields: PersonFields): void {
      update.run({ ...fields, id })
      for (const takeUp of takeUps) takeUp.run({ id, name: fields.name })
    },
    remove: (id: number): void => {
      remove.run(id)
    },
    isInRecords: (id: number): boolean => inRecords.get({ id }) !== undefined,
    /** Gives everything one person holds to another, who stays once in the list of a planned review. */
    move(from: number, to: number): void {
      leaveOut.run({ from, to })
      for (const move of moves) move.run({ from, to })
    },
  }
}
