import type { Clock } from './clock.ts'
import type { Commands } from './command.ts'
import type { Db } from './db/open.ts'
import type { Events } from './events.ts'
import type { Files } from './files.ts'
import type { Jobs } from './jobs.ts'
import type { Topic } from './topic.ts'

/** What every feature of one open company is built from. */
export type Context = {
  db: Db
  /** The writes of a feature: `commands('signals')`. */
  commands: Commands
  clock: Clock
  /** Workflows whose effects may be others now: a review was finished, a change written or moved. Told in a command. */
  measured: Topic<readonly number[]>
  events: Events
  jobs: Jobs
  files: Files
  /** A fresh seed for a draw: a whole number from 0 to 2^32 - 1. */
  newSeed: () => number
  appVersion: string
  /** Makes a checked backup: before much is deleted at once. */
  backUp: (reason: string) => Promise<unknown>
}
