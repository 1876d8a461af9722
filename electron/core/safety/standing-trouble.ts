import { readFileSync, rmSync, writeFileSync } from 'node:fs'

/** A sentence for the owner that stands until what it tells of is over, also after a restart; kept in the file `path`. */
export function createStandingTrouble(path: string) {
  let sentence = readSentence(path)
  return {
    get: () => sentence,
    set(next: string | null) {
      if (next === sentence) return
      sentence = next
      try {
        if (next === null) rmSync(path, { force: true })
        else writeFileSync(path, next, { mode: 0o600 })
      } catch {
        // On a full disk it stands for this run only.
      }
    },
  }
}

function readSentence(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim() || null
  } catch {
    return null
  }
}
