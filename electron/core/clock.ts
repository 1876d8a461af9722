/** The only source of "now" in the core, so that tests and the sample company can set it. */
export type Clock = {
  /** The instant, as an ISO string in UTC. */
  now: () => string
  /** The owner's local day, YYYY-MM-DD. */
  today: () => string
  /** IANA name of the owner's time zone. */
  zone: () => string
}

/** Asking for the zone costs more than writing a row, and an import asks for each: it is asked for once a minute. */
const zoneKeptFor = 60_000

export function systemClock(): Clock {
  let known = { zone: '', until: 0 }
  return {
    now: () => new Date().toISOString(),
    today: () => new Intl.DateTimeFormat('en-CA', { dateStyle: 'short' }).format(new Date()),
    zone() {
      const now = performance.now()
      if (known.zone === '' || now >= known.until) {
        known = { zone: Intl.DateTimeFormat().resolvedOptions().timeZone, until: now + zoneKeptFor }
      }
      return known.zone
    },
  }
}
