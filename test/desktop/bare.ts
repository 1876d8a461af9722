import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

export type BareApp = {
  process: ChildProcess
  /** Runs an expression in the main process, where `electron` is at hand; its value, once a promise has settled. */
  run: <Value>(expression: string) => Promise<Value>
  /** Runs an expression in the page of the first window; empty where there is none to run it in, or none that answers. */
  runInPage: <Value>(expression: string, patienceMs?: number) => Promise<Value>
  kill: () => Promise<void>
  /** Quits as the menu does, so that the next start finds everything closed. */
  quit: () => Promise<void>
}

/** The app with nothing attached to its pages: what a driver attached to would keep a page from coming back. */
export async function startBare(
  program: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<BareApp> {
  const child = spawn(program, ['--inspect=0', ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = once(child, 'exit')
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      const found = /^Debugger listening on (ws:\S+)/.exec(line)
      if (found?.[1]) resolve(found[1])
    })
    void ended.then(() => reject(new Error('The app ended before it could be asked')))
  })
  const socket = new WebSocket(address)
  await once(socket, 'open')
  const waiting = new Map<number, (reply: Reply) => void>()
  socket.addEventListener('message', ({ data }) => {
    const reply = JSON.parse(String(data)) as Reply
    waiting.get(reply.id)?.(reply)
  })
  let lastId = 0

  async function run<Value>(expression: string): Promise<Value> {
    lastId += 1
    const id = lastId
    const params = {
      // Kept where it stands, since a promise that nobody holds may be collected before it is told. And not the
      // debugger's own `require`: it is there only where the app reads a file in the older module format.
      expression: `globalThis.asked${id} = (async (electron) => (${expression}))(process.getBuiltinModule('module').createRequire(process.execPath)('electron'))`,
      awaitPromise: true,
      returnByValue: true,
    }
    const reply = await new Promise<Reply>((resolve) => {
      waiting.set(id, resolve)
      socket.send(JSON.stringify({ id, method: 'Runtime.evaluate', params }))
    })
    waiting.delete(id)
    const failure = reply.error?.message ?? reply.result?.exceptionDetails?.exception?.description
    if (failure) throw new Error(failure)
    return reply.result?.result?.value as Value
  }

  await untilReady(() => run<boolean>('electron.app.isReady()'))

  return {
    process: child,
    run,
    runInPage: (expression, patienceMs = 2000) => {
      const asked = `electron.BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(${JSON.stringify(expression)})`
      // A page that ended while it was asked never answers.
      return run(
        `Promise.race([${asked}, new Promise((resolve) => setTimeout(resolve, ${patienceMs}, ''))]).catch(() => '')`,
      )
    },
    async quit() {
      await run('void setTimeout(() => electron.app.quit(), 100)')
      // A process that is asked waits at its end for whoever asks.
      socket.close()
      await ended
    },
    async kill() {
      socket.close()
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
      await ended
    },
  }
}

/** Asked before it has read its first file, the app knows no modules yet; later it has to answer. */
async function untilReady(isReady: () => Promise<boolean>): Promise<void> {
  const latest = performance.now() + 60_000
  const ask = () =>
    isReady().catch((error: unknown) => {
      if (performance.now() > latest) throw error
      return false
    })
  while (!(await ask())) await new Promise((resolve) => setTimeout(resolve, 50))
}

type Reply = {
  id: number
  error?: { message: string }
  result?: { result?: { value?: unknown }; exceptionDetails?: { exception?: { description?: string } } }
}
