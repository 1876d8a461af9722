import type { Migration } from './migration.ts'

/** Where requests to a provider go instead of its own address. */
export const companyGateway: Migration = {
  number: 310,
  name: 'company-gateway',
  sql: `
CREATE TABLE provider_gateways (
  provider TEXT PRIMARY KEY,
  address TEXT NOT NULL CHECK (address LIKE 'https://%')
) STRICT;
`,
}
