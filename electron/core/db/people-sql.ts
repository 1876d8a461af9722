import type { Db } from './open.ts'

/** The person a parameter names, whatever the case of its letters; null where nobody goes by that name. */
export const personNamed = (parameter: string) =>
  `(SELECT id FROM people WHERE name = trim(${parameter}) COLLATE NOCASE)`

/** A person's name of today behind a key; the name as it was said where there is no key. */
export const nameOfToday = (key: string, said: string) =>
  `ifnull((SELECT name FROM people WHERE id = ${key}), ${said})`

/** What ties the rows of one table to people. Both write inside the caller's transaction. */
export type PeopleTie = {
  /** Links what names a new person already. */
  takeUp: (person: { id: number; name: string }) => void
  handOver: (people: { from: number; to: number }) => void
}

type PeopleColumn = {
  table: string
  said: string
  key: string
  /** Which rows are of the present; in records of the past the name stays as it was said. */
  only?: string
  hasRev?: boolean
}

/** The tie of a column that names a person, beside the column of its key. */
export function tieToPeople(
  db: Db,
  { table, said, key, only = 'true', hasRev = false }: PeopleColumn,
): PeopleTie {
  const takeUp = db.prepare(`
    UPDATE ${table} SET ${key} = :id
    WHERE ${key} IS NULL AND trim(${said}) = :name COLLATE NOCASE AND ${only}`)
  const handOver = db.prepare(`
    UPDATE ${table} SET ${key} = :to, ${said} = (SELECT name FROM people WHERE id = :to)${hasRev ? ', rev = rev + 1' : ''}
    WHERE ${key} = :from AND ${only}`)
  return {
    takeUp: (person) => void takeUp.run(person),
    handOver: (people) => void handOver.run(people),
  }
}
