import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type HostMutant, hostMutants } from './host-mutants.ts'
import type { Packaged } from './package-app.ts'
import { isBuilt, type Prepared, prepareRun } from './prepare-run.ts'
import { findRuntime } from './runtime.ts'

// Plants one fault at a time in the built host and runs the journey that must see it, in a real Electron:
// `npm run test:desktop:mutants [-- a part of a name]`. It says what each journey stumbled over, and ends with 1 where
// one goes unseen. Run it where `npm run test:desktop` is green.

const root = join(import.meta.dirname, '../..')

/** Puts `text` in the place of the one occurrence in `files`; returns what takes it back. */
function edit(files: readonly string[], find: string, replace: (found: string) => string): () => void {
  const holders = files.filter((file) => readFileSync(file, 'latin1').includes(find))
  const [file] = holders
  const source = file ? readFileSync(file, 'latin1') : ''
  if (!file || holders.length > 1 || source.split(find).length !== 2)
    throw new Error(`Not exactly once: ${find}`)
  writeFileSync(
    file,
    source.replace(find, () => replace(find)),
    'latin1',
  )
  return () => writeFileSync(file, source, 'latin1')
}

/** Changes a switch in the program; returns what takes it back. */
function flip(program: string, fuse: string): () => void {
  const kept = `${program}-kept`
  copyFileSync(program, kept)
  const fuses = join(root, 'node_modules/@electron/fuses/dist/bin.js')
  execFileSync(process.execPath, [fuses, 'write', '--app', program, fuse], { stdio: 'ignore' })
  return () => {
    copyFileSync(kept, program)
    rmSync(kept)
  }
}

function plant({ find, replace, in: place }: HostMutant, folder: string, { program }: Packaged): () => void {
  if (place === 'fuses') return flip(program, replace)
  if (place === 'archive') {
    // In an archive the places of all that follows stay as they are.
    const archive = join(dirname(program), 'resources/app.asar')
    return edit([archive], find, (found) => replace.padEnd(found.length))
  }
  const code = globSync(join(folder, '{app,dist/resources/app}/out/main/*.{js,cjs}'))
  return edit(code, find, () => replace)
}

/** The mutants that no journey saw. */
function unseen(mutants: readonly HostMutant[], folder: string, prepared: Prepared): string[] {
  const { packaged, journeys } = prepared
  if (!packaged) throw new Error('Nothing was packaged')
  return mutants.flatMap((mutant) => {
    const before = performance.now()
    const takeBack = plant(mutant, folder, packaged)
    const report = join(folder, 'mutant.json')
    const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report, EVENKEEL_DESKTOP_LIMIT: '30000' }
    const flags = ['--reporter=json', '--retries=0', '--max-failures=1', '-g', mutant.journey]
    const isSeen = journeys(flags, env) !== 0
    takeBack()
    const seconds = ((performance.now() - before) / 1000).toFixed(0)
    const [, why = ''] = /"message": "(.*?)(?:\\\\n|")/.exec(readFileSync(report, 'utf8')) ?? []
    console.log(`${isSeen ? 'seen' : 'UNSEEN'} (${seconds} s): ${mutant.name}: ${mutant.journey}: ${why}`)
    return isSeen ? [] : [mutant.name]
  })
}

const runtime = findRuntime()
if ('missing' in runtime) throw new Error(runtime.missing)
if (!isBuilt()) process.exit(1)
const folder = mkdtempSync(join(tmpdir(), 'evenkeel-mutants-'))
chmodSync(folder, 0o755)
const prepared = await prepareRun(runtime, folder, true)
const asked = hostMutants.filter(({ name }) => process.argv.slice(2).every((part) => name.includes(part)))
const survivors = unseen(asked, folder, prepared)
prepared.close()
rmSync(folder, { recursive: true, force: true })
console.log(`${asked.length} mutants, ${survivors.length} unseen: ${survivors.join('; ')}`)
process.exitCode = survivors.length === 0 ? 0 : 1
