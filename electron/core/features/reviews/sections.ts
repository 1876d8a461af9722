import type { Db } from '../../db/open.ts'

/** The company's own Foundation sections. */
export function createSections(db: Db) {
  const names = db.prepare<[], { name: string }>(
    "SELECT name FROM documents WHERE workflow_id IS NULL AND kind = 'section' ORDER BY position, id",
  )
  const idOf = db.prepare<[string], { id: number }>(
    "SELECT id FROM documents WHERE workflow_id IS NULL AND kind = 'section' AND name = ? COLLATE NOCASE",
  )
  return {
    /** In their order. */
    names: () => names.all().map(({ name }) => name),
    /** The section that goes by a name today; null where none does. */
    idOf: (name: string): number | null => idOf.get(name)?.id ?? null,
  }
}
