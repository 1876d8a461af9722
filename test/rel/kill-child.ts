import { once } from 'node:events'
import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { setTimeout as pause } from 'node:timers/promises'
import { createTestApp } from '../helpers/test-app.ts'
import type { Fact } from './sound.ts'
import { type StoryName, stories, surroundings } from './stories.ts'

/** Tells a story on and on; each acknowledgement is a line of output. `debounced` is the control. */
const [dataDir = '', name = 'review', id = '0', first = '0', variant = 'saved'] = process.argv.slice(2)
// Loading the core takes most of a second, so it is done before the parent needs this process.
flushCompileCache()
await once(process.stdin, 'data')
const app = await createTestApp({ dataDir, ...surroundings })
const say = (fact: Fact) => void writeSync(1, `${JSON.stringify(fact)}\n`)

for (let number = Number(first); ; number += 1) {
  if (variant === 'debounced') {
    // Acknowledged first, written 25 ms later: what must never be done.
    say(['SELECT EXISTS (SELECT 1 FROM review_items WHERE CAST(note AS INTEGER) >= ?)', number])
    await pause(25)
  }
  await stories[name as StoryName].round(app, Number(id), number, variant === 'saved' ? say : () => {})
}
