import { randomInt } from 'node:crypto'
import { isSameSecret } from './secrets.ts'

const digits = 8
const lifetimeMs = 5 * 60 * 1000
/** So that nobody on this computer can go on asking and guessing. */
const pauseMs = 10_000
const triesPerCode = 5

export type TypedCodes = {
  /** A new code in the place of the one before; undefined when the last one is a few seconds old only. */
  issue: () => string | undefined
  /** True once for the code that stands, typed with or without its space. */
  redeem: (typed: string) => boolean
}

/**
 * Codes that are shown where Evenkeel was started and typed into a page that has no session: only who sees that
 * window gets in. `now` is in milliseconds and never goes back.
 */
export function createTypedCodes(now: () => number): TypedCodes {
  let open: { code: string; at: number; tries: number } | undefined
  let lastAt = Number.NEGATIVE_INFINITY
  return {
    issue() {
      if (now() - lastAt < pauseMs) return undefined
      lastAt = now()
      const code = String(randomInt(10 ** digits)).padStart(digits, '0')
      open = { code, at: lastAt, tries: 0 }
      return `${code.slice(0, 4)} ${code.slice(4)}`
    },
    redeem(typed) {
      if (!open || now() - open.at >= lifetimeMs) return false
      open.tries += 1
      const isRight = isSameSecret(typed.replaceAll(/\s/g, ''), open.code)
      if (isRight || open.tries === triesPerCode) open = undefined
      return isRight
    },
  }
}

/** Whether a person typed it: the codes of links are longer. */
export const isTyped = (code: string) => /^[\d\s]{1,20}$/.test(code)
