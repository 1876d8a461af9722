/** The only source of "now" in the core, so that tests and the sample company can set it. */
export type Clock = {
  /** The instant, as an ISO string in UTC. */
  now: () => string
  /** The owner's local day, YYYY-MM-DD. */
  today: () => string
  /** IANA name of the owner's time zone. */
  zone: () => string
}

export function systemClock(): Clock {
  const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone
  return {
    now: () => new Date().toISOString(),
    today: () => new Intl.DateTimeFormat('en-CA', { dateStyle: 'short' }).format(new Date()),
    zone,
  }
}
