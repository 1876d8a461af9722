import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { z } from 'zod'

const RunningRecord = z.object({
  port: z.number().int().min(1).max(65_535),
  pid: z.number().int().positive(),
  secret: z.string().min(1),
})

/** How a second start on the same data folder finds the first one. */
export type RunningRecord = z.infer<typeof RunningRecord>

const fileName = 'running.json'

/** Leaves word in the data folder, readable by its owner only. */
export function writeRunning(dataDir: string, record: RunningRecord): void {
  const path = join(dataDir, fileName)
  try {
    // An existing file would keep its own permissions.
    rmSync(path, { force: true })
    writeFileSync(path, JSON.stringify(record), { mode: 0o600 })
  } catch {
    // A folder that cannot be written to is told on the page that opens.
  }
}

/** Takes back what this process wrote; a newer process's word stays. */
export function removeRunning(dataDir: string, pid: number): void {
  if (readRunning(dataDir)?.pid !== pid) return
  try {
    rmSync(join(dataDir, fileName), { force: true })
  } catch {
    // A word that stays is one of a process that has ended.
  }
}

function readRunning(dataDir: string): RunningRecord | undefined {
  try {
    return RunningRecord.parse(JSON.parse(readFileSync(join(dataDir, fileName), 'utf8')))
  } catch {
    return undefined
  }
}

/** A fresh link from the Evenkeel that already runs on this folder; undefined when none answers within a second. */
export async function askRunning(dataDir: string): Promise<string | undefined> {
  const record = readRunning(dataDir)
  if (!record || !isAlive(record.pid)) return undefined
  const code = await askForCode(record)
  return code && linkOf(record.port, code)
}

/** The address that opens Evenkeel once. The code stays in the browser: fragments are never sent. */
export function linkOf(port: number, code: string): string {
  return `http://127.0.0.1:${port}/#code=${code}`
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

const CodeReply = z.object({ code: z.string().regex(/^[\w-]+$/) })

function askForCode({ port, secret }: RunningRecord): Promise<string | undefined> {
  return new Promise((resolve) => {
    const call = request(
      {
        host: '127.0.0.1',
        port,
        path: '/control/link',
        method: 'POST',
        headers: { authorization: `Bearer ${secret}` },
        signal: AbortSignal.timeout(1000),
      },
      (reply) => {
        let text = ''
        reply.setEncoding('utf8')
        reply.on('data', (chunk: string) => {
          text += chunk
        })
        reply.on('error', () => resolve(undefined))
        reply.on('end', () => resolve(parseCode(text)))
      },
    )
    call.on('error', () => resolve(undefined))
    call.end()
  })
}

function parseCode(text: string): string | undefined {
  try {
    return CodeReply.parse(JSON.parse(text)).code
  } catch {
    return undefined
  }
}
