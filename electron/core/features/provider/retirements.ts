import type { Retirement } from '../../../../shared/contract/provider.ts'
import type { Db } from '../../db/open.ts'

/** The day each model is retired, as far as it is known. Writes join the caller's transaction. */
export function createRetirements(db: Db) {
  const one = db.prepare<[string], Retirement>(
    'SELECT model, retires_on AS retiresOn, source FROM model_retirements WHERE model = ?',
  )
  const upsert = db.prepare(`
    INSERT INTO model_retirements (model, retires_on, source) VALUES (:model, :retiresOn, :source)
    ON CONFLICT (model) DO UPDATE SET retires_on = excluded.retires_on, source = excluded.source`)
  const remove = db.prepare('DELETE FROM model_retirements WHERE model = ?')

  return {
    exactly: (model: string): Retirement | null => one.get(model) ?? null,
    /** A model's id may end in the day it was made. */
    of: (model: string): Retirement | null => one.get(model) ?? one.get(model.replace(/-\d{8}$/, '')) ?? null,
    save: (retirement: Retirement): void => {
      upsert.run(retirement)
    },
    remove: (model: string): void => {
      remove.run(model)
    },
  }
}
