import { once } from 'node:events'
import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { systemClock } from '../../electron/core/clock.ts'
import { openRuns } from '../helpers/model-test-runs.ts'

/** One line of output: how many answers a window would show as done, or that nothing is left to fetch. */
export type ApiLine = { done: number } | { ended: true }

const [folder = '', baseURL = ''] = process.argv.slice(2)
const call = { locale: 'en-GB' }
const say = (line: ApiLine) => void writeSync(1, `${JSON.stringify(line)}\n`)

// Loading the core takes most of a second, so it is done before the parent needs this process.
flushCompileCache()
await once(process.stdin, 'data')
const timeouts = { quietMs: 600, totalMs: 10_000 }
const { runner, events, close } = await openRuns(folder, {
  ...{ baseURL, timeouts, clock: systemClock(), durability: 'full', backOffMs: 5 },
})
const news = events.subscribe()
const ended = async () => (await runner.sendPlan({ id: 1 }, call)).calls === 0

while (!(await ended())) {
  await runner.startRun({ id: 1, cap: null }, call)
  while (runner.isRunning(1)) {
    await news.next()
    say({ done: runner.progress(1).done })
  }
}
await close()
say({ ended: true })
process.exit()
