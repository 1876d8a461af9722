import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Locked, supplyProblems } from '../../build/supply.ts'
import { conclude } from '../rel/harness.ts'

// Every package with its hash, none with a script that nobody looked at, and an Electron that is still supported.

const root = join(import.meta.dirname, '../..')
const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'))
const { packages } = read('package-lock.json') as { packages: Locked }
const { allowScripts, devDependencies } = read('package.json') as {
  allowScripts: Record<string, boolean>
  devDependencies: { electron: string }
}
const { electron } = devDependencies

const tampered: Locked = {
  'node_modules/without-hash': {},
  'node_modules/weak-hash': { integrity: 'sha1-x' },
  'node_modules/runs': { integrity: 'sha512-x', hasInstallScript: true },
}
const seen = supplyProblems(tampered, { allowScripts, electron: '30.0.0' }).length
conclude({
  promise: 'sec:deps',
  cases: Object.keys(packages).length,
  failures: supplyProblems(packages, { allowScripts, electron }),
  control: { what: 'of four planted faults', seen: seen === 4 ? seen : 0 },
})
