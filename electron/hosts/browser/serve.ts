import type { AppDoor } from '../app-door.ts'
import { type Assets, createAssets } from '../assets.ts'
import { type CreateApp, openApp } from '../open-app.ts'
import { problemPage } from '../problem-page.ts'
import type { BrowserOptions } from './options.ts'
import { askRunning, linkOf, removeRunning, writeRunning } from './running.ts'
import { createLoopbackServer, type Server } from './server.ts'

export type ServeOptions = BrowserOptions & {
  createApp: CreateApp
  /** The built renderer. */
  rendererFolder: string
  /** Says one line to the person who started Evenkeel. */
  say: (line: string) => void
  openBrowser: (url: string) => Promise<void>
}

/** What became of a start: an exit code, or something that runs until it is closed. */
export type Outcome = { exitCode: number } | { exitCode: number; close: () => Promise<void> }

/** Starts the browser host, or hands over to the one that already runs on the same data folder. */
export async function serve(options: ServeOptions): Promise<Outcome> {
  const { dataDir, say } = options
  const running = await askRunning(dataDir)
  if (running) {
    say('Evenkeel is already open on this data folder. Here is a fresh link to it.')
    await announce(running, options)
    return { exitCode: 0 }
  }
  const assets = createAssets(options.rendererFolder)
  const app = await openApp(dataDir, options.createApp)
  if ('problem' in app) return showProblem(app.problem, options)
  const server = await listen({ app: app.fetch, assets }, options)
  if (!server) {
    await app.close()
    say(`Port ${options.port} is in use by another program. Choose another with --port, or leave --port out.`)
    return { exitCode: 1 }
  }
  const problem = app.trouble?.()
  if (problem) say(problem.message)
  // Whoever has the data open is found by later starts, not this one.
  if (problem?.kind !== 'locked') {
    writeRunning(dataDir, { port: server.port, pid: process.pid, secret: server.controlSecret })
  }
  await announce(linkOf(server.port, server.issueCode()), options)
  return {
    exitCode: 0,
    async close() {
      await server.close()
      await app.close()
      removeRunning(dataDir, process.pid)
    },
  }
}

async function announce(link: string, { say, opensBrowser, openBrowser }: ServeOptions): Promise<void> {
  const { origin } = new URL(link)
  say(`Evenkeel is running at ${link}`)
  say(`To come back to it later, open ${origin} and choose Open here, or start Evenkeel again.`)
  if (opensBrowser) await openBrowser(link)
}

async function showProblem(problem: string, options: ServeOptions): Promise<Outcome> {
  options.say(problem)
  if (!options.opensBrowser) return { exitCode: 1 }
  const page = () => problemPage(problem)
  const server = await listen({ app: async () => page(), assets: page }, { ...options, port: 0 })
  if (!server) return { exitCode: 1 }
  await options.openBrowser(`http://127.0.0.1:${server.port}/`)
  return { exitCode: 1, close: server.close }
}

/** Undefined when the port is taken or not allowed. */
async function listen(
  doors: { app: AppDoor['fetch']; assets: Assets },
  { port, say }: ServeOptions,
): Promise<Server | undefined> {
  const showCode = (code: string) =>
    say(`A page asks to open Evenkeel. Its code is ${code}. If that was not you, do nothing.`)
  try {
    return await createLoopbackServer({ ...doors, showCode, port })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE' || code === 'EACCES') return undefined
    throw error
  }
}
