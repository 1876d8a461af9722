import type { Db } from '../../db/open.ts'

export type Gateways = ReturnType<typeof createGateways>

/** The company's own address for requests to a provider, where it has one. Writes join the caller's transaction. */
export function createGateways(db: Db) {
  const one = db.prepare<[string], string>('SELECT address FROM provider_gateways WHERE provider = ?').pluck()
  const upsert = db.prepare(`
    INSERT INTO provider_gateways (provider, address) VALUES (:provider, :address)
    ON CONFLICT (provider) DO UPDATE SET address = excluded.address`)
  const remove = db.prepare('DELETE FROM provider_gateways WHERE provider = ?')

  return {
    of: (provider: string): string | null => one.get(provider) ?? null,
    save(provider: string, address: string | null) {
      if (address === null) remove.run(provider)
      else upsert.run({ provider, address })
    },
  }
}
