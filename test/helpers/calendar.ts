import ICAL from 'ical.js'

export type Occurrence = { local: string; utc: string }

/** An iCalendar file as a reader that is not the writer sees it: its only event, in the file's own time zone. */
export function readCalendar(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const events = calendar.getAllSubcomponents('vevent')
  const zones = calendar.getAllSubcomponents('vtimezone')
  const [component] = events
  if (!component) throw new Error('The file has no event')
  ICAL.TimezoneService.reset()
  for (const zone of zones) ICAL.TimezoneService.register(zone)
  const event = new ICAL.Event(component)

  /** The first `count` dates, fewer where the series ends. */
  function occurrences(count: number): Occurrence[] {
    const iterator = event.iterator()
    const found: Occurrence[] = []
    for (let time = iterator.next(); time && found.length < count; time = iterator.next()) {
      found.push({
        local: time.toString().slice(0, 16),
        utc: new Date(time.toUnixTime() * 1000).toISOString().slice(0, 16),
      })
    }
    return found
  }

  const textOf = (of: ICAL.Component, name: string) => String(of.getFirstPropertyValue(name) ?? '')
  const [alarm] = component.getAllSubcomponents('valarm')
  return {
    calendar,
    event,
    occurrences,
    eventCount: events.length,
    zoneNames: zones.map((zone) => textOf(zone, 'tzid')),
    method: textOf(calendar, 'method'),
    uid: event.uid,
    sequence: event.sequence,
    summary: event.summary,
    hours: event.duration.toSeconds() / 3600,
    alarm: alarm && { action: textOf(alarm, 'action'), trigger: textOf(alarm, 'trigger') },
    attendees: event.attendees.length,
    rule: textOf(component, 'rrule'),
  }
}

/** Lines as they stand in the file; throws when a line ends in anything but CRLF. */
export function physicalLines(text: string): string[] {
  const lines = text.split('\r\n')
  if (lines.pop() !== '') throw new Error('The last line has no end')
  const odd = lines.find((line) => /[\r\n]/.test(line))
  if (odd !== undefined) throw new Error(`A line ends without CRLF: ${odd}`)
  return lines
}
