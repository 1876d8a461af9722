import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { startBare } from '../desktop/bare.ts'
import type { PageReply } from '../helpers/desktop-page.ts'

/** What a start came to: it has the company, it says that another has it, or something that must not be. */
export type Came = 'opened' | 'says so' | `wrong: ${string}`
/** A process that was started on a data folder. `came` is known once it has opened it or said why not. */
export type Start = { came: Promise<Came>; kill: () => Promise<void> }

const root = join(import.meta.dirname, '../..')
/** A start that says nothing for so long is stuck. */
const patience = 60_000

const alreadyOpen = /^Evenkeel is already (open on this data folder|running on this data)/m
const running = /^Evenkeel is running at \S+$/m

/** Resolves to the first answer there is: of the host, of its end, or of our patience. */
function firstOf(child: ChildProcess, said: readonly string[], came: Promise<Came>): Promise<Came> {
  const ended = once(child, 'exit').then(([code]): Came => {
    const words = said.join('\n')
    return code === 0 && alreadyOpen.test(words) ? 'says so' : `wrong: it ended with ${code}: ${words}`
  })
  const late = new Promise<Came>((resolve) => {
    setTimeout(() => resolve(`wrong: it says nothing: ${said.join('\n')}`), patience).unref()
  })
  return Promise.race([came, ended, late])
}

function killOf(child: ChildProcess): () => Promise<void> {
  const ended = once(child, 'exit')
  return async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await ended
  }
}

/** The built browser host, as `npm start -- --browser` runs it. */
export function startBrowser(dataDir: string, options: { uid?: number; env?: NodeJS.ProcessEnv }): Start {
  const program = join(root, 'out/main/browser.js')
  const child = spawn(process.execPath, [program, '--no-open', '--data-dir', dataDir], {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  })
  const said: string[] = []
  const came = new Promise<Came>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line)
      if (running.test(line)) resolve(said.some((each) => alreadyOpen.test(each)) ? 'says so' : 'opened')
    })
  })
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line))
  return { came: firstOf(child, said, came), kill: killOf(child) }
}

/** What the page of a desktop host is told of the company. */
function ofRecovery(answer: string): Came {
  try {
    const { json } = JSON.parse(answer) as { json?: { kind: string; message: string } | null }
    if (json === null || json === undefined) return 'opened'
    return json.kind === 'locked' && alreadyOpen.test(json.message) ? 'says so' : `wrong: ${json.message}`
  } catch {
    return `wrong: ${answer}`
  }
}

/** The built desktop host in plain Node, with a double of Electron that lets every start through to the core. */
export function startDesktop(dataDir: string, options: { uid?: number; env?: NodeJS.ProcessEnv }): Start {
  const program = join(root, 'test/helpers/desktop-process.ts')
  const child = spawn(process.execPath, [program, dataDir], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
    ...options,
  })
  const said: string[] = []
  child.stderr?.on('data', (data: Buffer) => said.push(data.toString()))
  const came = new Promise<Came>((resolve) => {
    child.on('message', (message: 'ready' | PageReply) => {
      if (message !== 'ready') resolve(ofRecovery(Buffer.from(message.body ?? []).toString()))
      else child.send({ id: 1, ...question, url: `app://evenkeel${question.url}` })
    })
  })
  return { came: firstOf(child, said, came), kill: killOf(child) }
}

const question = {
  url: '/api/safety/recovery',
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: Buffer.from('{}'),
}
/** The same question as a page asks it. */
const asked = `fetch('${question.url}', { method: 'POST', headers: ${JSON.stringify(question.headers)}, body: '{}' }).then((reply) => reply.text())`

/** The desktop host in a real Electron; at most one in a race, its own lock lets no second one as far as the core. */
export function startElectron(
  [program = '', ...before]: readonly string[],
  dataDir: string,
  env: Record<string, string>,
): Start {
  const app = startBare(program, [...before, '--disable-gpu', `--data-dir=${dataDir}`], env)
  const answered = async (): Promise<Came> => {
    const { runInPage } = await app
    for (;;) {
      const answer = await runInPage<string>(`location.origin === 'app://evenkeel' ? ${asked} : ''`)
      if (answer) return ofRecovery(answer)
      await pause(100)
    }
  }
  const late = pause(patience, 'wrong: it says nothing' as const, { ref: false })
  const came = Promise.race([answered(), late]).catch((error: unknown): Came => `wrong: ${String(error)}`)
  return { came, kill: async () => (await app).kill() }
}
