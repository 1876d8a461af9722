import type { Company, Preferences } from '../../../../shared/contract/company.ts'
import type { Db } from '../../db/open.ts'

type PreferencesRow = {
  theme: Preferences['theme']
  is_single_keys: 0 | 1
  review_day: number | null
  is_seen_again: 0 | 1
}

export function createCompanyRepository(db: Db) {
  const read = db.prepare<[], { name: string; owner_name: string; created_at: string }>(
    'SELECT * FROM company',
  )
  const insert = db.prepare(
    'INSERT INTO company (id, name, owner_name, created_at) VALUES (1, :name, :ownerName, :createdAt)',
  )
  const update = db.prepare('UPDATE company SET name = :name, owner_name = :ownerName')
  const ownerNames = db.prepare<[], { at: string; name: string }>(
    `SELECT at, after ->> 'ownerName' AS name FROM audit
     WHERE entity = 'company' AND after ->> 'ownerName' IS NOT NULL ORDER BY seq`,
  )
  const readPreferences = db.prepare<[], PreferencesRow>('SELECT * FROM preferences')
  const updatePreferences = db.prepare(
    `UPDATE preferences SET theme = :theme, is_single_keys = :singleKeys, review_day = :reviewDay,
      is_seen_again = :seenAgain`,
  )

  return {
    get(): Company | null {
      const row = read.get()
      return row ? { name: row.name, ownerName: row.owner_name, createdAt: row.created_at } : null
    },
    /** Every name the owner had, the oldest first; walks through the whole log. */
    ownerNames: () => ownerNames.all(),
    insert: (company: Company) => insert.run(company),
    update: (names: Pick<Company, 'name' | 'ownerName'>) => update.run(names),
    preferences(): Preferences {
      const row = readPreferences.get()
      return {
        theme: row?.theme ?? 'system',
        singleKeys: row?.is_single_keys !== 0,
        reviewDay: row?.review_day ?? 'last_day',
        seenAgain: row?.is_seen_again !== 0,
      }
    },
    savePreferences({ theme, singleKeys, reviewDay, seenAgain }: Preferences) {
      updatePreferences.run({
        theme,
        singleKeys: singleKeys ? 1 : 0,
        seenAgain: seenAgain ? 1 : 0,
        reviewDay: reviewDay === 'last_day' ? null : reviewDay,
      })
    },
  }
}
