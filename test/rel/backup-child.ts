import { once } from 'node:events'
import { flushCompileCache } from 'node:module'
import { createTestApp } from '../helpers/test-app.ts'

/** Backs up again and again, or goes back to the newest backup again and again; killed at some moment of it. */
const [dataDir = '', what = 'backup'] = process.argv.slice(2)
// Loading the core takes most of a second, so it is done before the parent needs this process.
flushCompileCache()
await once(process.stdin, 'data')
const { client } = await createTestApp({ dataDir, durability: 'full' })
process.stdout.write('open\n')
for (;;) {
  if (what === 'backup') await client.company.backUp()
  else {
    const newest = (await client.safety.copies()).find(({ kind }) => kind === 'backup')
    if (!newest) throw new Error('There is no backup to go back to')
    await client.safety.restore({ id: newest.id })
  }
}
