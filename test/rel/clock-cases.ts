/** A moment as the computer's clock says it, in a time zone, and what the owner does then beside her usual work. */
export type Moment = {
  at: string
  zone?: string
  /** Evenkeel was open all the time. */
  goesOn?: boolean
  /** The clock does not go on. */
  stands?: boolean
  does?:
    | 'finish a Foundation review'
    | 'finish a review'
    | 'begin a review'
    | 'set up a company'
    | 'date back'
}

/** Moments after the company was made; at the last one the clock is right. */
export type ClockCase = { name: string; moments: readonly Moment[]; leavesBin?: boolean }

/** When and where the company is made. */
export const home = 'Europe/Stockholm'
export const madeAt = '2026-11-20T09:30:00.000Z'

const nextDay = { at: '2026-11-21T09:30:00.000Z' }
const weekLater = { at: '2026-11-27T09:30:00.000Z' }
const day = 24 * 60 * 60 * 1000
const later = (ms: number) => new Date(Date.parse(madeAt) + ms).toISOString()

const jumps: Readonly<Record<string, string>> = {
  'a second back': later(-1000),
  'an hour back': later(-day / 24),
  'a day back': later(-day),
  'thirty-one days back': later(-31 * day),
  'a year back': '2025-11-20T09:30:00.000Z',
  'to 1970': '1970-01-01T00:00:05.000Z',
  'to 1980': '1980-01-01T00:00:05.000Z',
  'an hour ahead': later(day / 24),
  'twenty-nine days ahead': later(29 * day),
  'thirty-one days ahead': later(31 * day),
  'a year ahead': '2027-11-20T09:30:00.000Z',
  'two years ahead': '2028-11-20T09:30:00.000Z',
  'to the end of 32 bits': '2038-01-19T03:14:09.000Z',
  'to 2099': '2099-12-31T23:59:50.000Z',
}

/** The clock jumps for one start, and is put right a week later. */
const jumped = Object.entries(jumps).map(
  ([name, at]): ClockCase => ({ name: `${name}, then right`, moments: [{ at }, weekLater] }),
)

/** It jumps while Evenkeel is open, and is put right while it still is. */
const jumpedOpen = ['a second back', 'a day back', 'to 1970', 'a year ahead', 'to 2099'].map(
  (name): ClockCase => ({
    name: `${name} while open, then right`,
    moments: [
      { at: later(1000) },
      { at: jumps[name] ?? '', goesOn: true },
      { ...nextDay, goesOn: true },
      weekLater,
    ],
  }),
)

const summerTime: ClockCase[] = [
  {
    name: 'summer time begins in Stockholm',
    moments: [
      { at: '2027-03-28T00:59:58.000Z' },
      { at: '2027-03-28T01:00:01.000Z', goesOn: true },
      { at: '2027-03-29T09:00:00.000Z' },
    ],
  },
  {
    name: 'summer time ends in Stockholm: the same hour twice',
    moments: [
      { at: '2027-10-31T00:30:00.000Z' },
      { at: '2027-10-31T01:30:00.000Z', goesOn: true },
      { at: '2027-11-01T09:00:00.000Z' },
    ],
  },
  {
    name: 'summer time of half an hour on Lord Howe',
    moments: ['2027-04-03T14:45:00.000Z', '2027-04-03T15:15:00.000Z', '2027-04-05T00:00:00.000Z'].map(
      (at) => ({
        at,
        zone: 'Australia/Lord_Howe',
      }),
    ),
  },
  {
    name: 'a midnight that is left out in Cairo',
    moments: ['2027-04-29T21:59:59.000Z', '2027-04-29T22:00:01.000Z', '2027-04-30T09:00:00.000Z'].map(
      (at) => ({
        at,
        zone: 'Africa/Cairo',
      }),
    ),
  },
]

const calendar: ClockCase[] = [
  {
    name: 'midnight in a review',
    moments: [{ at: '2026-11-20T22:59:59.900Z' }, { at: '2026-11-20T23:00:00.100Z', goesOn: true }, nextDay],
  },
  {
    name: 'the end of a month in a review',
    moments: [
      { at: '2026-11-30T22:59:59.900Z' },
      { at: '2026-11-30T23:00:00.100Z', goesOn: true },
      { at: '2026-12-01T09:00:00.000Z' },
    ],
  },
  {
    name: 'the end of a year in a review',
    moments: [
      { at: '2026-12-31T22:59:59.900Z' },
      { at: '2026-12-31T23:00:00.100Z', goesOn: true },
      { at: '2027-01-02T09:00:00.000Z' },
    ],
  },
  {
    name: 'a leap day',
    moments: [
      { at: '2028-02-28T22:59:59.000Z' },
      { at: '2028-02-29T09:00:00.000Z', goesOn: true },
      { at: '2028-03-01T09:00:00.000Z' },
    ],
  },
  {
    name: 'a month later, as it should be',
    moments: [later(1000), '2026-12-21T09:00:00.000Z', '2026-12-22T09:00:00.000Z'].map((at) => ({ at })),
    leavesBin: true,
  },
]

const travels: ClockCase[] = [
  {
    name: 'a flight from Stockholm to Tokyo',
    moments: [{ at: later(1000) }, { at: later(day / 2), zone: 'Asia/Tokyo', goesOn: true }, nextDay],
  },
  {
    name: 'a flight to Los Angeles: the day before',
    moments: [
      { at: '2026-11-21T06:00:00.000Z' },
      { at: '2026-11-21T06:30:00.000Z', zone: 'America/Los_Angeles', goesOn: true },
      weekLater,
    ],
  },
  {
    name: 'over the date line, from Auckland to Honolulu',
    moments: [
      { at: later(day), zone: 'Pacific/Auckland' },
      { at: later(1.4 * day), zone: 'Pacific/Honolulu' },
      weekLater,
    ],
  },
  {
    name: 'from the first zone of the day to the last',
    moments: [
      { at: later(day), zone: 'Pacific/Kiritimati' },
      { at: later(day + 1000), zone: 'Pacific/Pago_Pago', goesOn: true },
      weekLater,
    ],
  },
]

const wrongWork: ClockCase[] = [
  {
    name: 'a Foundation review finished in 2099',
    moments: [{ at: jumps['to 2099'] ?? '', does: 'finish a Foundation review' }, weekLater],
  },
  {
    name: 'a review finished in 2099',
    moments: [{ at: jumps['to 2099'] ?? '', does: 'finish a review' }, weekLater],
  },
  {
    name: 'a review begun in 2099',
    moments: [{ at: jumps['to 2099'] ?? '', does: 'begin a review' }, weekLater],
  },
  {
    name: 'a company set up in 1970',
    moments: [{ at: jumps['to 1970'] ?? '', does: 'set up a company' }, weekLater],
  },
  {
    name: 'a company set up in 2099',
    moments: [{ at: jumps['to 2099'] ?? '', does: 'set up a company' }, weekLater],
  },
  {
    name: 'a company set up a year ahead',
    moments: [{ at: jumps['a year ahead'] ?? '', does: 'set up a company' }, weekLater],
  },
  { name: 'work that is dated back', moments: [{ ...nextDay, does: 'date back' }, weekLater] },
  {
    name: 'everything in the same second',
    moments: [{ at: later(1000), stands: true }, { at: later(1000), stands: true }, weekLater],
  },
]

export const cases: readonly ClockCase[] = [
  ...jumped,
  ...jumpedOpen,
  ...summerTime,
  ...calendar,
  ...travels,
  ...wrongWork,
]
