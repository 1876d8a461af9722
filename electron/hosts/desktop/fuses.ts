import { dirname, join } from 'node:path'

/** Marks the place in Electron's binary where its switches stand. */
const sentinel = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')

/** Electron's switches in the order they stand there, and how we ship them. */
const asShipped: readonly [name: string, isOn: boolean][] = [
  ['RunAsNode', false],
  ['EnableCookieEncryption', true],
  ['EnableNodeOptionsEnvironmentVariable', false],
  ['EnableNodeCliInspectArguments', false],
  ['EnableEmbeddedAsarIntegrityValidation', true],
  ['OnlyLoadAppFromAsar', true],
  ['LoadBrowserProcessSpecificV8Snapshot', false],
  ['GrantFileProtocolExtraPrivileges', false],
  ['WasmTrapHandlers', true],
]

/** The fuses of a program that are not as we ship them, by name; null where it has none to be read. */
export function fusesAmiss(program: Buffer): string[] | null {
  const at = program.indexOf(sentinel)
  if (at < 0) return null
  const states = program.subarray(at + sentinel.length + 2)
  const count = program[at + sentinel.length + 1] ?? 0
  return asShipped
    .filter(([, isOn], index) => index >= count || states[index] !== (isOn ? 0x31 : 0x30))
    .map(([name]) => name)
}

/** The file that holds the fuses of the program that runs. */
export function programWithFuses(executable: string, platform: string): string {
  const framework = 'Electron Framework.framework/Electron Framework'
  return platform === 'darwin' ? join(dirname(executable), '../Frameworks', framework) : executable
}
