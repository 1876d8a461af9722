import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fusesAmiss, programWithFuses } from '../electron/hosts/desktop/fuses.ts'

// Reads back what a packaged program came to: `node build/packaged.ts PROGRAM`. Ends with 1 where a fuse is amiss.

/** Bytes of a file, or of everything in a folder. */
function sizeOf(path: string): number {
  const own = statSync(path)
  if (!own.isDirectory()) return own.size
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`

/** What is shipped, in two sentences: its size and its fuses. */
export function packagedInWords(program: string): { words: string; isAsShipped: boolean } {
  const folder = process.platform === 'darwin' ? join(dirname(program), '..') : dirname(program)
  const resources = join(folder, process.platform === 'darwin' ? 'Resources' : 'resources')
  const ours = sizeOf(join(resources, 'app.asar')) + sizeOf(join(resources, 'app.asar.unpacked'))
  const amiss = fusesAmiss(readFileSync(programWithFuses(program, process.platform)))
  const fuses =
    amiss?.length === 0 ? 'all nine as shipped' : `not as shipped: ${amiss?.join(', ') ?? 'none found'}`
  return {
    words: `${megabytes(sizeOf(folder))}, of them ${megabytes(ours)} Evenkeel. Fuses: ${fuses}.`,
    isAsShipped: amiss?.length === 0,
  }
}

if (import.meta.main) {
  const { words, isAsShipped } = packagedInWords(process.argv[2] ?? '')
  console.log(words)
  process.exitCode = isAsShipped ? 0 : 1
}
