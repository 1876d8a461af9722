import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareRun } from '../desktop/prepare-run.ts'
import { findRuntime } from '../desktop/runtime.ts'
import { conclude, skip } from '../rel/harness.ts'

// The same in a real Electron: every text that the core sends is followed by hostile ones, on every screen of the
// sample company, on screen, as printed, and as Electron prints it. The control is a window without our policy.

type Result = { cases: number; texts: number; failures: string[]; control: number }

const promise = 'sec:xss in Electron'
const runtime = findRuntime()
if ('missing' in runtime) skip(promise, runtime.missing)
const folder = mkdtempSync(join(tmpdir(), 'evenkeel-xss-desktop-'))
chmodSync(folder, 0o755)
const path = join(folder, 'result.json')
const { journeys, close } = await prepareRun(runtime, folder, false)
const env = { EVENKEEL_XSS_RESULT: path, EVENKEEL_DESKTOP_TESTS: join(import.meta.dirname, 'desktop') }
journeys(['--reporter=line', '--retries=0'], env)
close()
const ended: Result = existsSync(path)
  ? (JSON.parse(readFileSync(path, 'utf8')) as Result)
  : { cases: 0, texts: 0, failures: ['it ended early'], control: 0 }
rmSync(folder, { recursive: true, force: true })
console.log(`hostile texts after each of ${ended.texts} texts`)
conclude({
  promise,
  cases: ended.cases,
  failures: ended.failures,
  control: { what: 'payloads that ran or led away as markup without our policy', seen: ended.control },
})
