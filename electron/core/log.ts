import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { scrub } from './ai/scrub.ts'
import type { Clock } from './clock.ts'
import { diskSentence } from './disk-sentence.ts'

export type Log = {
  /**
   * Writes an unforeseen error with its stack and returns the sentence to show: what the disk refused, or that
   * something went wrong, with a reference.
   */
  unexpected: (error: unknown) => string
}

/** A plain text log in the data folder. It holds stacks, never the owner's texts and never an API key. */
export function createLog(dataDir: string, clock: Clock, apiKeys: () => readonly string[] = () => []): Log {
  const folder = join(dataDir, 'logs')
  let count = 0
  return {
    unexpected(error) {
      count += 1
      const at = clock.now()
      const reference = `${at.slice(11, 19).replaceAll(':', '')}-${count}`
      const stack = scrub(
        error instanceof Error ? (error.stack ?? error.message) : String(error),
        ...apiKeys(),
      )
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        appendFileSync(join(folder, `${at.slice(0, 10)}.log`), `${at} ${reference}\n${stack}\n\n`, {
          mode: 0o600,
        })
      } catch {
        // A full disk must not hide the first error behind a second one.
      }
      const ofTheDisk = diskSentence(error)
      if (ofTheDisk !== null) return ofTheDisk
      return `Something went wrong. Try again. If it happens again, the log in your data folder has it as ${reference}.`
    },
  }
}
