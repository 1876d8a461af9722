import type { DatedColumn, DateOrder, RowsOfMonth } from '../../../../shared/contract/imports.ts'
import { openDate, orderOf, readDay } from '../values/days.ts'
import { instantDay } from '../values/moments.ts'

/** What the dates of one column give away about the order of their day and month. */
export type DateFacts = Omit<DatedColumn, 'column'>

const orders = ['day-first', 'month-first'] as const
const rowsNamed = 20
/** One reading spreads so many times wider than the other before the narrower is the likelier. */
const clearlyWider = 3

type Reading = { months: Map<string, number>; first: string; last: string; future: number }

/** Gathers what the dates of a column say; `today` is the owner's day. */
export function createDateObserver(today = instantDay(Date.now())) {
  const readings: Record<DateOrder, Reading> = { 'day-first': emptyReading(), 'month-first': emptyReading() }
  const proofs: Record<DateOrder, { count: number; rows: number[] }> = {
    'day-first': { count: 0, rows: [] },
    'month-first': { count: 0, rows: [] },
  }
  const examples: DateFacts['examples'] = []
  let open = 0

  function addTo(order: DateOrder, day: string | null) {
    if (day === null) return
    const reading = readings[order]
    const month = day.slice(0, 7)
    reading.months.set(month, (reading.months.get(month) ?? 0) + 1)
    if (reading.first === '' || day < reading.first) reading.first = day
    if (day > reading.last) reading.last = day
    if (day > today) reading.future++
  }

  /** The first, and one of another month: two that show what the choice means. */
  function showExample(example: DateFacts['examples'][number]) {
    const month = ({ readings }: typeof example) => readings['month-first'].slice(0, 7)
    const [first, second] = examples
    if (!first) examples.push(example)
    else if (!second || (month(second) === month(first) && month(example) !== month(first)))
      examples[1] = example
  }

  return {
    add(value: string, row: number) {
      const parts = openDate(value)
      const day = readDay(value, 'day-first')
      const other = parts === null ? day : readDay(value, 'month-first')
      addTo('day-first', day)
      addTo('month-first', other)
      const proof = parts === null ? null : orderOf(value)
      if (proof !== null) {
        proofs[proof].count++
        if (proofs[proof].rows.length < rowsNamed) proofs[proof].rows.push(row)
      } else if (day !== null && other !== null && day !== other) {
        open++
        showExample({ row, text: value, readings: { 'day-first': day, 'month-first': other } })
      }
    },
    facts(): DateFacts {
      const { order, evidence } = decide(readings, proofs, open)
      const against = proofs[order === 'day-first' ? 'month-first' : 'day-first']
      return {
        order,
        evidence,
        examples,
        against,
        months: {
          'day-first': rowsOf(readings['day-first']),
          'month-first': rowsOf(readings['month-first']),
        },
      }
    },
  }
}

function decide(
  readings: Readonly<Record<DateOrder, Reading>>,
  proofs: Readonly<Record<DateOrder, { count: number }>>,
  open: number,
): Pick<DateFacts, 'order' | 'evidence'> {
  const [dayFirst, monthFirst] = [proofs['day-first'].count, proofs['month-first'].count]
  const usual = regionOrder()
  if (dayFirst > 0 && monthFirst > 0) {
    const order = dayFirst === monthFirst ? usual : dayFirst > monthFirst ? 'day-first' : 'month-first'
    return { order, evidence: 'contradicted' }
  }
  if (dayFirst > 0) return { order: 'day-first', evidence: 'proven' }
  if (monthFirst > 0) return { order: 'month-first', evidence: 'proven' }
  if (open === 0) return { order: usual, evidence: 'none' }
  // What was exported was written: an order that puts it into the future is wrong.
  const [past] = orders.filter((order) => readings[order].future === 0)
  if (past && orders.some((order) => readings[order].future > 0)) return { order: past, evidence: 'proven' }
  const [days, months] = [spread(readings['day-first']), spread(readings['month-first'])]
  if (days >= months * clearlyWider) return { order: 'month-first', evidence: 'likely' }
  if (months >= days * clearlyWider) return { order: 'day-first', evidence: 'likely' }
  return { order: usual, evidence: 'open' }
}

const emptyReading = (): Reading => ({ months: new Map(), first: '', last: '', future: 0 })

/** Days from the first to the last, both counted. */
const spread = ({ first, last }: Reading) => (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1

const rowsOf = ({ months }: Reading): RowsOfMonth[] =>
  [...months].map(([month, rows]) => ({ month, rows })).sort((a, b) => (a.month < b.month ? -1 : 1))

/** How dates are written where the owner is; day first unless both language and place say otherwise. */
function regionOrder(): DateOrder {
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const parts = new Intl.DateTimeFormat(locale, { dateStyle: 'short' }).formatToParts(0)
  const first = parts.find(({ type }) => type === 'day' || type === 'month')?.type
  return first === 'month' && timeZone.startsWith('America/') ? 'month-first' : 'day-first'
}
