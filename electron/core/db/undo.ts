import type { AuditEntry } from './audit.ts'
import type { Db } from './database.ts'

/** What can be taken back: a labelled entry of the log that no later entry has undone. */
export type Undoable<Before, After = Before> = {
  readonly seq: number
  readonly action: string
  readonly label: string
  readonly entityId: string
  readonly before: Before
  readonly after: After
}

type Row = { seq: number; action: string; label: string; entity_id: string; before: string; after: string }

/** The last thing done to a subject ("review:12"), read from the log, so that undo survives a reload. */
export function createUndo(db: Db, append: (entry: Omit<AuditEntry, 'actor'>) => number) {
  const lastDone = db.prepare<[string], Row>(`
    SELECT seq, action, label, entity_id, before, after FROM audit a
    WHERE subject = ? AND label IS NOT NULL AND undoes IS NULL
      AND NOT EXISTS (SELECT 1 FROM audit u WHERE u.subject = a.subject AND u.seq > a.seq AND u.undoes = a.seq)
    ORDER BY seq DESC LIMIT 1`)

  return {
    /** "All met", in words for the owner; null when nothing is left. */
    label: (subject: string): string | null => lastDone.get(subject)?.label ?? null,
    last<Before, After = Before>(subject: string): Undoable<Before, After> | null {
      const row = lastDone.get(subject)
      if (!row) return null
      const { entity_id: entityId, before, after, ...rest } = row
      return { ...rest, entityId, before: JSON.parse(before), after: JSON.parse(after) }
    },
    /** Inside the transaction that puts things back; `now` is the state put back where it is not simply `before`. */
    log(subject: string, entity: AuditEntry['entity'], undone: Undoable<unknown, unknown>, now?: unknown) {
      append({
        action: 'undo',
        entity,
        entityId: undone.entityId,
        subject,
        undoes: undone.seq,
        label: undone.label,
        before: undone.after,
        after: now ?? undone.before,
      })
    },
  }
}
