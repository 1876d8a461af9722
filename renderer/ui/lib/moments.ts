/** "08:12" when it was today, else "2 June 2026". The instant is an ISO string; the zone is this computer's. */
export function formatMoment(instant: string, locale: string, now = new Date()): string {
  const moment = new Date(instant)
  if (moment.toDateString() === now.toDateString()) {
    return moment.toLocaleTimeString(locale, { timeStyle: 'short' })
  }
  return moment.toLocaleDateString(locale, { day: 'numeric', month: 'long', year: 'numeric' })
}

/** The local day of an instant, 'YYYY-MM-DD'. */
export const dayOfMoment = (instant: string): string =>
  new Intl.DateTimeFormat('en-CA', { dateStyle: 'short' }).format(new Date(instant))
