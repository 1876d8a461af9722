export type Timeouts = {
  /** Milliseconds without any sign of life, pings included, after which a call is cut. */
  quietMs: number
  /** Milliseconds after which a call is cut in any case. */
  totalMs: number
}

export const defaultTimeouts: Timeouts = { quietMs: 90_000, totalMs: 600_000 }

/** Why a call was cut from this side. */
export type Cut = 'cancelled' | 'quiet' | 'total'

export type Watch = {
  signal: AbortSignal
  /** A sign of life: the quiet time starts anew. */
  alive: () => void
  /** Why the call was cut; null while it was not. */
  cut: () => Cut | null
  stop: () => void
}

/** Cuts a call when the caller wants it, when nothing is heard for too long, or when it takes too long. */
export function createWatch({ quietMs, totalMs }: Timeouts, caller?: AbortSignal): Watch {
  const controller = new AbortController()
  let why: Cut | null = null
  let isStopped = false
  const cutFor = (reason: Cut) => () => {
    why ??= reason
    controller.abort()
  }
  const cancel = cutFor('cancelled')
  const quiet = setTimeout(cutFor('quiet'), quietMs)
  const total = setTimeout(cutFor('total'), totalMs)
  caller?.addEventListener('abort', cancel, { once: true })
  if (caller?.aborted) cancel()
  return {
    signal: controller.signal,
    alive: () => {
      // A stopped timer would start again.
      if (!isStopped) quiet.refresh()
    },
    cut: () => why,
    stop: () => {
      isStopped = true
      clearTimeout(quiet)
      clearTimeout(total)
      caller?.removeEventListener('abort', cancel)
    },
  }
}
