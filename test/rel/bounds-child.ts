import { readFileSync } from 'node:fs'
import { createImportReader } from '../../electron/core/import/reader.ts'

/** Looks at one file as the app does and prints its sentence, the processor time it took and the most memory. */
const [path = '', name = ''] = process.argv.slice(2)
const workerUrl = new URL('../../electron/core/import/import-worker.ts', import.meta.url)
const { preview, sections } = createImportReader({ workerUrl })
const look = name.endsWith('.md') ? sections : (files: { path: string; name: string }) => preview([files])
const before = process.cpuUsage()
const sentence = await look({ path, name }).then(
  () => 'accepted',
  (error: unknown) => (error instanceof Error ? error.message : String(error)),
)
const { user, system } = process.cpuUsage(before)
const megabytes = Math.round(highWater() / 1024)

/** In kB. `maxRSS` would count what the process that started this one held. */
function highWater(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1])
}
console.log(JSON.stringify({ sentence, seconds: Math.round((user + system) / 1e5) / 10, megabytes }))
process.exit()
