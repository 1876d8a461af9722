import type { Db } from '../../db/open.ts'
import { personalDataIn, textOf } from '../../import/fingerprints.ts'
import type { KnownOutput, Said } from './repository.ts'

/**
 * What imports add to outputs that are here. It is noted while rows are read and written when all of them are in,
 * so that an import that stops leaves nothing behind; and it can be taken back.
 */
export function createCompletions(db: Db) {
  const insert = db.prepare(`
    INSERT INTO output_completions (import_id, output_id, before, after, text_sha_before, text_sha_after)
    VALUES (:importId, :outputId, :before, :after, :textShaBefore, :textShaAfter)`)
  const columns = [
    ['request', 'request'],
    ['ai_text', 'aiText'],
    ['final_text', 'finalText'],
    ['occurred_on', 'occurredOn'],
    ['external_id', 'externalId'],
    ['person', 'person'],
    ['edit_minutes', 'editMinutes'],
    ['satisfaction', 'satisfaction'],
    ['month', 'month'],
    ['personal_data', 'personalData'],
  ]
  const setTo = (state: 'before' | 'after') =>
    columns.map(([column, field]) => `${column} = json_extract(c.${state}, '$.${field}')`).join(', ')
  const apply = db.prepare(`
    UPDATE outputs SET ${setTo('after')}, text_sha = c.text_sha_after
    FROM output_completions c WHERE c.import_id = ? AND c.output_id = outputs.id
      AND NOT EXISTS (SELECT 1 FROM output_completions l WHERE l.output_id = c.output_id AND l.import_id > c.import_id)`)
  // What a later import said anew stays.
  const undo = db.prepare<[number], { id: number }>(`
    UPDATE outputs SET ${setTo('before')}, text_sha = c.text_sha_before
    FROM output_completions c JOIN imports m ON m.id = c.import_id
    WHERE c.import_id = ? AND c.output_id = outputs.id AND m.state = 'done'
      AND NOT EXISTS (SELECT 1 FROM output_completions l WHERE l.output_id = c.output_id AND l.import_id > c.import_id)
    RETURNING id`)
  const outputsOf = db
    .prepare<[number], number>('SELECT output_id FROM output_completions WHERE import_id = ?')
    .pluck()
  // An output that came in later has the number of one that is gone.
  const stranger = db.prepare<[number], { id: number }>(`
    SELECT o.id FROM output_completions c JOIN outputs o ON o.id = c.output_id
    WHERE c.import_id = ? AND o.import_id > c.import_id LIMIT 1`)
  const remove = db.prepare(`
    DELETE FROM output_completions WHERE import_id = :importId
      OR output_id IN (SELECT id FROM outputs WHERE import_id = :importId)`)
  const isDrawn = db.prepare<[number], { drawn: 1 }>(`
    SELECT 1 AS drawn FROM outputs o JOIN reviews r ON r.workflow_id = o.workflow_id AND r.month = o.month
    WHERE o.id = ?`)
  const personalData = db
    .prepare<[number], string | null>('SELECT personal_data FROM outputs WHERE id = ?')
    .pluck()

  /** An output without a day goes to the month it now has a day in, as long as none was drawn from. */
  function monthOf({ id, month, said }: KnownOutput, after: Said): string {
    if (said.occurredOn !== null || after.occurredOn === null || isDrawn.get(id)) return month
    return after.occurredOn.slice(0, 7)
  }

  return {
    note(importId: number, output: KnownOutput, after: Said) {
      const { id, month, said, textSha } = output
      insert.run({
        importId,
        outputId: id,
        before: JSON.stringify({ ...said, month, personalData: personalData.get(id) ?? null }),
        after: JSON.stringify({
          ...after,
          month: monthOf(output, after),
          personalData: personalDataIn(after),
        }),
        textShaBefore: textSha,
        textShaAfter: Buffer.from(textOf(after), 'binary'),
      })
    },
    apply(importId: number): number[] {
      apply.run(importId)
      return outputsOf.all(importId)
    },
    fit: (importId: number): boolean => stranger.get(importId) === undefined,
    undo(importId: number): number[] {
      const restored = undo.all(importId).map(({ id }) => id)
      remove.run({ importId })
      return restored
    },
  }
}
