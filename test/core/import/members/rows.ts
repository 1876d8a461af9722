import type { Kept } from './imported.ts'

/** kind: what, the file's name, its content, what is kept, and what is said about rows (by count). */
export type Member = [kind: string, name: string, content: string | Buffer, kept: Kept[], problems?: number]

const texts = [
  'Your chair was sent on Friday and should be with you by noon.',
  'We refund the lamp as soon as it is back in our warehouse.',
  'The table comes in oak and in ash, both ship in three days.',
  'Please send us a photo of the scratch, then we send a new leg.',
]
const kept = (more: (at: number) => Partial<Kept> = () => ({})): Kept[] =>
  texts.map((text, at) => ({ text, ...more(at) }))
const days = ['2026-03-03', '2026-03-14', '2026-03-25', '2026-04-02']
const dated = (...dates: string[]) =>
  ['AI draft,Date', ...texts.map((text, at) => `"${text}","${dates[at]}"`)].join('\n')
const timed = (column: string, values: string[]) =>
  [`AI draft;${column}`, ...texts.map((text, at) => `"${text}";"${values[at]}"`)].join('\n')
const onDays = kept((at) => ({ day: days[at] ?? '' }))

const dates: Member[] = [
  [
    'dates: RFC 2822',
    'mail.csv',
    dated(
      'Tue, 3 Mar 2026 14:05:11 GMT',
      'Sat, 14 Mar 2026 08:00:00 +0100',
      'Wed, 25 Mar 2026 09:15:00 GMT',
      'Thu, 2 Apr 2026 10:00:00 +0000 (UTC)',
    ),
    onDays,
  ],
  [
    'dates: German with a time',
    'de.csv',
    dated('3.3.2026 14:05', '14.3.2026 8:00', '25.3.2026 09:15', '2.4.2026 10:00'),
    onDays,
  ],
  [
    'dates: German in words',
    'de2.csv',
    dated(
      'Dienstag, 3. März 2026 um 14:05',
      'Sa., 14. Mär. 2026',
      '25. März 2026, 09:15 Uhr',
      '2. April 2026',
    ),
    onDays,
  ],
  [
    'dates: Japanese',
    'ja.csv',
    dated('2026年3月3日', '2026年3月14日(土)', '2026年3月25日 9:15', '2026年4月2日 10時00分'),
    onDays,
  ],
  [
    'dates: epoch microseconds',
    'micro.csv',
    dated('1772546711000000', '1773471600000000', '1774430100000000', '1775124000000000'),
    onDays,
  ],
  [
    'dates: epoch nanoseconds in a scientific form',
    'nano.csv',
    dated('1.772546711E+18', '1.7734716E+18', '1.7744301E+18', '1.775124E+18'),
    onDays,
  ],
  [
    'dates: US with a named half',
    'us.csv',
    dated('3/3/26, 2:05 PM', '3/14/26, 8:00 AM', '3/25/26, 9:15 AM', '4/2/26, 10:00 AM'),
    onDays,
  ],
  [
    'dates: Slack and Google style',
    'slack.csv',
    dated(
      'Mar 3rd, 2026 at 2:05 PM',
      'Mar 14th, 2026 at 8:00 AM',
      'Mar 25th, 2026 at 9:15 AM',
      'Apr 2nd, 2026 at 10:00 AM',
    ),
    onDays,
  ],
  [
    'dates: SQL Server and Oracle',
    'sql.csv',
    dated(
      '03-MAR-26 02.05.11.000000 PM',
      '14-MAR-26 08.00.00.000000 AM',
      '25-MAR-26 09.15.00.000000 AM',
      '02-APR-26 10.00.00.000000 AM',
    ),
    onDays,
  ],
  [
    'dates: French',
    'fr.csv',
    dated('mardi 3 mars 2026 à 14h05', 'samedi 14 mars 2026', '25 mars 2026 09:15', '2 avril 2026'),
    onDays,
  ],
  [
    'dates: Spanish',
    'es.csv',
    dated(
      '3 de marzo de 2026',
      '14 de marzo de 2026 8:00',
      'miércoles, 25 de marzo de 2026',
      '2 de abril de 2026',
    ),
    onDays,
  ],
  [
    'dates: ISO week-free forms',
    'iso.csv',
    dated('20260303T140511Z', '2026-03-14T08:00:00.123456+01:00', '2026/03/25 09:15', '2026.04.02'),
    onDays,
  ],
  [
    'dates: JavaScript Date',
    'js.csv',
    dated(
      'Tue Mar 03 2026 14:05:11 GMT+0100 (Central European Standard Time)',
      'Sat Mar 14 2026 08:00:00 GMT+0100 (Central European Standard Time)',
      'Wed Mar 25 2026 09:15:00 GMT+0100 (Central European Standard Time)',
      'Thu Apr 02 2026 10:00:00 GMT+0200 (Central European Summer Time)',
    ),
    onDays,
  ],
]

const inMinutes = (...minutes: number[]) => kept((at) => ({ minutes: minutes[at] ?? 0 }))
const durations: Member[] = [
  [
    'durations: clock',
    'clock.csv',
    timed('Edit time', ['0:04:30', '0:12:00', '1:00:00', '0:00:30']),
    inMinutes(4.5, 12, 60, 0.5),
  ],
  [
    'durations: parts',
    'parts.csv',
    timed('Time editing', ['4m 30s', '12m', '1h', '30s']),
    inMinutes(4.5, 12, 60, 0.5),
  ],
  [
    'durations: ISO',
    'iso.csv',
    timed('Editing time', ['PT4M30S', 'PT12M', 'PT1H', 'PT30S']),
    inMinutes(4.5, 12, 60, 0.5),
  ],
  [
    'durations: comma',
    'comma.csv',
    timed('Minutes', ['4,5', '12', '60', '0,5']),
    inMinutes(4.5, 12, 60, 0.5),
  ],
  [
    'durations: seconds',
    'seconds.csv',
    timed('Edit time (s)', ['270', '720', '3600', '30']),
    inMinutes(4.5, 12, 60, 0.5),
  ],
  [
    'durations: words',
    'words.csv',
    timed('Editing time', ['4.5 minutes', '12 mins', '1 hour', '30 sec']),
    inMinutes(4.5, 12, 60, 0.5),
  ],
  [
    'durations: Edit duration in seconds',
    'd.csv',
    timed('edit_duration_seconds', ['270', '720', '3600', '30']),
    inMinutes(4.5, 12, 60, 0.5),
  ],
  [
    'durations of others: full resolution',
    'res.csv',
    timed('Full resolution time in minutes', ['270', '720', '60', '30']),
    kept(),
  ],
  ['durations of others: latency', 'lat.csv', timed('Latency (s)', ['1.2', '0.9', '2.1', '0.7']), kept()],
  [
    'durations of others: handle time',
    'aht.csv',
    timed('Avg handle time (min)', ['4', '6', '5', '3']),
    kept(),
  ],
  [
    'durations of others: time to first response',
    'ttfr.csv',
    timed('Time to first response', ['0:04:30', '0:12:00', '1:00:00', '0:00:30']),
    kept(),
  ],
  [
    'durations of others: generation time',
    'gen.csv',
    timed('generation_time_ms', ['1200', '900', '2100', '700']),
    kept(),
  ],
]

const wide = (rows: readonly string[]) => rows.join('\n')
const table = texts.map((text, at) => `T-${at + 1},${days[at]},"${text}",4`)
const idDay = kept((at) => ({ id: `T-${at + 1}`, day: days[at] ?? '', minutes: 4 }))
const head = 'Ticket,Date,AI draft,Minutes'
const around: Member[] = [
  [
    'around: titles, a gap, Total',
    'a.csv',
    wide(['Weekly report,,,', 'Team North,,,', ',,,', head, ...table, 'Total,,,16']),
    idDay,
  ],
  ['around: Grand total', 'b.csv', wide([head, ...table, 'Grand total,,4,16']), idDay],
  ['around: Count: 25', 'c.csv', wide([head, ...table, 'Count: 4,,,']), idDay],
  [
    'around: Filters applied',
    'd.csv',
    wide([head, ...table, ',,,', '"Filters applied: Team is North, Date is March",,,']),
    idDay,
  ],
  [
    'around: Applied filters of Power BI',
    'e.csv',
    wide([head, ...table, '"Applied filters:\nTeam is North\nDate is March",,,']),
    idDay,
  ],
  [
    'around: Salesforce footer',
    'f.csv',
    wide([
      head,
      ...table,
      ',,,',
      '"Draft Report",,,',
      '"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.",,,',
      '"Confidential Information - Do Not Distribute",,,',
      '"Generated By:  Kim Berg  03/04/2026 10:00",,,',
      '"Example Ltd",,,',
    ]),
    idDay,
  ],
  [
    'around: short footer without cells',
    'g.csv',
    wide([head, ...table, '', '4 records', 'Page 1 of 1']),
    idDay,
  ],
  ['around: sep= line', 'h.csv', wide(['sep=,', head, ...table]), idDay],
  ['around: comment lines', 'i.csv', wide(['# exported by desk 4.2', '# 2026-04-03', head, ...table]), idDay],
  ['around: no header', 'j.csv', wide(table), kept((at) => ({ id: `T-${at + 1}`, day: days[at] ?? '' }))],
  ['around: two header rows', 'k.csv', wide(['Ticket,,Reply,', 'ID,Date,AI,Minutes', ...table]), idDay],
  [
    'around: a column of row numbers',
    'l.csv',
    wide([`,${head}`, ...table.map((row, at) => `${at},${row}`)]),
    idDay,
  ],
  [
    'around: subtotals within',
    'm.csv',
    wide([
      head,
      ...table.slice(0, 2),
      'Subtotal,,,8',
      ...table.slice(2),
      'Subtotal,,,8',
      'Overall total,,,16',
    ]),
    idDay,
  ],
  [
    'around: German footer',
    'n.csv',
    wide([head, ...table, 'Gesamtsumme,,,16', 'Anzahl Datensätze: 4,,,']),
    idDay,
  ],
]

export const rowMembers: Member[] = [...dates, ...durations, ...around]
