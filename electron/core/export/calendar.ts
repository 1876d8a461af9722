import ical, { ICalAlarmType, ICalCalendarMethod, type ICalEventData } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import { tzlib_get_ical_block, tzlib_get_timezones } from 'timezones-ical-library'
import type { Rhythm } from '../../../shared/domain/time/calendar.ts'
import type { Day } from '../../../shared/domain/time/dates.ts'

type Entry = {
  uid: string
  sequence: number
  summary: string
  /** HH:MM on the owner's clock. */
  startsAt: string
  /** IANA name of the owner's time zone. */
  zone: string
  /** The instant the file is made. */
  stamp: string
}

export type CalendarSeries = Rhythm & Entry
export type CalendarMeeting = Entry & { on: Day; minutes: number; description: string }

const minutesOfSeries = 120
const alarmSecondsBefore = 24 * 60 * 60
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/**
 * One series as an iCalendar file (RFC 5545): a single VEVENT in its own time zone, in UTC where that is the
 * owner's. In a zone without published rules the times are floating, so that nine o'clock stays nine o'clock.
 */
export function calendarFile(series: CalendarSeries): string {
  const when = { on: series.firstOn, minutes: minutesOfSeries }
  return fileOf(series, when, (zone) => ({ repeating: recurrence(series, zone) }))
}

/** One meeting as an iCalendar file, in its own time zone as a series is. */
export const meetingFile = (meeting: CalendarMeeting): string =>
  fileOf(meeting, meeting, () => ({ description: meeting.description }))

function fileOf(
  entry: Entry,
  { on, minutes }: { on: Day; minutes: number },
  more: (zone: string | null) => Partial<ICalEventData>,
): string {
  const block = zoneBlock(entry.zone)
  const start = Temporal.PlainDateTime.from(`${on}T${entry.startsAt}`)
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Evenkeel', product: 'Evenkeel', language: 'EN' },
    // Without a name: a calendar with a zone of its own would write DTSTAMP in it, not in UTC.
    timezone: { name: null, generator: () => block },
  })
  calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    stamp: entry.stamp,
    start,
    end: start.add({ minutes }),
    ...(block ? { timezone: entry.zone } : { floating: true }),
    summary: entry.summary,
    ...more(block ? entry.zone : null),
    alarms: [{ type: ICalAlarmType.display, trigger: alarmSecondsBefore }],
  })
  return `${calendar.toString()}\r\n`
}

function recurrence({ week, weekday, everyMonths, lastOn }: CalendarSeries, zone: string | null): string {
  const parts = ['FREQ=MONTHLY']
  if (everyMonths > 1) parts.push(`INTERVAL=${everyMonths}`)
  parts.push(`BYDAY=${week}${weekdays[weekday - 1]}`)
  if (lastOn !== null) parts.push(`UNTIL=${endOfDay(lastOn, zone)}`)
  return `RRULE:${parts.join(';')}`
}

/** The last second of a day: in UTC beside a zone, as it is where times are floating (RFC 5545, 3.3.10). */
function endOfDay(day: string, zone: string | null): string {
  const end = Temporal.PlainDateTime.from(`${day}T23:59:59`)
  const compact = (time: Temporal.PlainDateTime) => time.toString().replaceAll(/[-:]/g, '')
  if (zone === null) return compact(end)
  return `${compact(end.toZonedDateTime(zone).withTimeZone('UTC').toPlainDateTime())}Z`
}

/** A zone's VTIMEZONE under its own name, not that of the zone whose rules it shares; null when unpublished. */
function zoneBlock(zone: string): string | null {
  if (!tzlib_get_timezones().includes(zone)) return null
  const [block = '', parameter = ''] = tzlib_get_ical_block(zone)
  return block.replaceAll(`:${parameter.replace('TZID=', '')}\r\n`, `:${zone}\r\n`)
}
