import { createSecret, isSameSecret } from './secrets.ts'

const lifetimeMs = 10 * 60 * 1000

export type Links = {
  /** A new code. The first one waits as long as it takes; later ones are good for ten minutes. */
  issue: () => string
  /** True once for each code that was issued and has not expired. */
  redeem: (code: string) => boolean
}

/** The codes of one-time links. `now` is in milliseconds and never goes back. */
export function createLinks(now: () => number): Links {
  let open: { code: string; until: number }[] = []
  let isFirst = true
  return {
    issue() {
      const code = createSecret()
      open.push({ code, until: isFirst ? Number.POSITIVE_INFINITY : now() + lifetimeMs })
      isFirst = false
      return code
    },
    redeem(code) {
      open = open.filter(({ until }) => now() < until)
      const found = open.filter((link) => isSameSecret(code, link.code))
      open = open.filter((link) => !found.includes(link))
      return found.length === 1
    },
  }
}
