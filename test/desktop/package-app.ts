import { execFile, execFileSync } from 'node:child_process'
import { copyFileSync, cpSync, globSync, mkdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { packagedInWords } from '../../build/packaged.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { copyParts } from './app-copy.ts'
import { asNobody } from './prepare-app.ts'
import type { Runtime } from './runtime.ts'
import { standInVersion } from './stand-in.ts'

const root = join(import.meta.dirname, '../..')

export type Packaged = {
  /** Its size and its fuses. */
  words: string
  /** The program as its owner gets it. */
  program: string
  /** What starts it. */
  command: string[]
  /** The same with one switch of Electron turned on, that of a debugger: without it nothing can be asked of it. */
  driven: string[]
}

const places: Readonly<Record<string, string>> = {
  linux: 'linux-unpacked/evenkeel',
  win32: 'win-unpacked/Evenkeel.exe',
  darwin: 'mac*/Evenkeel.app/Contents/MacOS/Evenkeel',
}

/** Packages the built app for this system as `npm run package` does, but for the installers. */
export async function packageApp(runtime: Runtime, folder: string): Promise<Packaged> {
  const parts = join(folder, 'parts')
  copyParts(parts, runtime.addon)
  cpSync(join(root, 'build'), join(parts, 'build'), { recursive: true })
  const program = await pack(runtime, { parts, output: join(folder, 'packaged') })
  const { words } = packagedInWords(program)
  const driven =
    process.platform === 'darwin'
      ? await pack(runtime, { parts, output: join(folder, 'driven') }, ['enableNodeCliInspectArguments=true'])
      : besideIt(program)
  return { words, program, command: [asNobody(program, folder)], driven: [asNobody(driven, folder)] }
}

async function pack(
  { program, kind }: Runtime,
  { parts, output }: { parts: string; output: string },
  fuses: readonly string[] = [],
): Promise<string> {
  mkdirSync(output)
  const version = kind === 'own' ? packageJson.devDependencies.electron : standInVersion
  const options = [
    `electronDist=${electronFolder(program)}`,
    `electronVersion=${version}`,
    `directories.output=${output}`,
    ...fuses.map((fuse) => `electronFuses.${fuse}`),
  ]
  const args = [
    join(root, 'node_modules/electron-builder/cli.js'),
    ...['--dir', '--projectDir', parts, '--config', join(root, 'build/electron-builder.yml')],
    ...options.map((option) => `-c.${option}`),
  ]
  await promisify(execFile)(process.execPath, args, { cwd: parts })
  const [packaged] = globSync(join(output, places[process.platform] ?? ''))
  if (packaged === undefined) throw new Error('electron-builder left no program where one was expected')
  return packaged
}

/** On a Mac the program lies three folders deep in what is to be packaged. */
function electronFolder(program: string): string {
  return process.platform === 'darwin' ? join(dirname(program), '../../..') : dirname(program)
}

/** A copy of the program in its own folder; on a Mac its switches lie elsewhere. */
function besideIt(program: string): string {
  const copy = join(dirname(program), `driven-${basename(program)}`)
  copyFileSync(program, copy)
  const fuses = join(root, 'node_modules/@electron/fuses/dist/bin.js')
  execFileSync(process.execPath, [fuses, 'write', '--app', copy, 'EnableNodeCliInspectArguments=on'])
  return copy
}
