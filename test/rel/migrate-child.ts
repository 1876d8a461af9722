import { createTestApp } from '../helpers/test-app.ts'

/** Opens a company of an earlier version, which brings it up to date. */
const app = await createTestApp({ dataDir: process.argv[2] ?? '', durability: 'full' })
await app.client.company.get()
await app.close()
process.exit()
