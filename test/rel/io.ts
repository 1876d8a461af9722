import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../helpers/test-app.ts'
import { compileShim, newOrders, noShim, underShim } from './disk/shim.ts'
import { skip } from './harness.ts'

/**
 * Starts `io-points.ts` with the library that fails operations of the disk: the whole core runs in that process, and
 * everything it keeps lies in the folder the library watches.
 */
const library = compileShim() ?? skip('rel:io', noShim)
const folder = join(temporaryFolder(), 'disk')
mkdirSync(folder)
const orders = newOrders()
const child = join(import.meta.dirname, 'io-points.ts')
const { status } = spawnSync(process.execPath, [child, ...process.argv.slice(2)], {
  env: { ...underShim(library, { folder, orders }), TMPDIR: folder },
  stdio: 'inherit',
})
process.exitCode = status ?? 1
