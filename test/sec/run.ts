import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { outcomeMark } from '../rel/harness.ts'

// `npm run sec`: every promise about what comes from outside, one after the other, and a table of how each went.

const root = join(import.meta.dirname, '../..')
const first = ['build/build.ts', 'test/ensure-chromium.ts']
const promises = ['sec/xss', 'sec/xss-desktop', 'sec/loopback', 'rel/canary', 'sec/formula', 'sec/deps']

for (const program of first) {
  const { status } = spawnSync(process.execPath, [join(root, program)], { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(1)
}
const table: Record<string, object> = {}
let isGreen = true
for (const name of promises) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, `test/${name}.ts`)], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const lines = stdout.split('\n')
  const result = lines.find((line) => line.startsWith(outcomeMark))
  console.log(lines.filter((line) => line !== result).join('\n') + stderr)
  const { promise, ...told } = result
    ? (JSON.parse(result.slice(outcomeMark.length)) as { promise: string })
    : { promise: name, failed: 'ended early' }
  table[promise] = told
  if (status !== 0) isGreen = false
}
console.table(table)
process.exitCode = isGreen ? 0 : 1
