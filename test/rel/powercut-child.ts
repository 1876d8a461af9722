import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTestApp } from '../helpers/test-app.ts'
import type { Fact } from './sound.ts'
import { type StoryName, stories, surroundings } from './stories.ts'

/** Tells a story on; each acknowledgement is a line of `acknowledged`, recorded in its place. */
const [dataDir = '', name = 'review', id = '0', rounds = '1'] = process.argv.slice(2)
const app = await createTestApp({ dataDir, ...surroundings })
const story = stories[name as StoryName]
const acknowledge = (fact: Fact) => appendFileSync(join(dataDir, 'acknowledged'), `${JSON.stringify(fact)}\n`)
for (let number = 0; number < Number(rounds); number += 1)
  await story.round(app, Number(id), number, acknowledge)
await app.close()
process.exit()
