import type { DatedColumn, DateOrder } from '../../../shared/contract/imports.ts'
import { formatDay, formatMonth } from '../../../shared/domain/format.ts'
import { locale } from '../../ui/lib/locale.ts'
import styles from '../files.module.css'
import { words } from '../words.ts'
import { Readings } from './Readings.tsx'

const monthsNamed = 3
const orders = ['month-first', 'day-first'] as const

/** Whether no date of the column proves which order it is written in. */
export const isOpen = ({ evidence, examples }: DatedColumn) =>
  examples.length > 0 && (evidence === 'likely' || evidence === 'open')

type DateQuestionProps = {
  dates: DatedColumn
  /** The order that was chosen for such a file last time, where there is one. */
  before: DateOrder | null
  value: DateOrder
  onChange: (order: DateOrder) => void
}

/** The order of day and month, where no date proves it: a question with two dates of the file. */
export function DateQuestion({ dates, before, value, onChange }: DateQuestionProps) {
  const [example] = dates.examples
  if (!example) return null
  const read = (order: DateOrder) => formatDay(example.readings[order], locale)
  return (
    <section className={styles.question} aria-labelledby="date-question">
      <h3 id="date-question">
        {words.whichDay(dayOf(example.text), read('month-first'), read('day-first'))}
      </h3>
      <p className={styles.quiet}>{reasonOf(dates, before)}</p>
      <Readings
        label={words.orderOfDates}
        rows={[...dates.examples.map(({ row, text }) => words.dateInRow(dayOf(text), row)), words.allOfThem]}
        value={value}
        onChange={onChange}
        options={orders.map((order) => ({
          value: order,
          label: order === 'month-first' ? words.monthFirst : words.dayFirst,
          cells: [
            ...dates.examples.map(({ readings }) => formatDay(readings[order], locale)),
            monthsOf(dates, order),
          ],
        }))}
      />
    </section>
  )
}

/** What to know of the order of the dates where nothing is asked; null where there is nothing. */
export function datesSentence(dates: DatedColumn, before: DateOrder | null): string | null {
  if (dates.evidence === 'contradicted') {
    return words.datesOfBothOrders(dates.against.rows.join(', '), dates.order)
  }
  return dates.evidence === 'proven' && before !== null && before !== dates.order
    ? words.otherThanLastTime(before, dates.order)
    : null
}

/** What is written of the day, without its time. */
const dayOf = (text: string) => text.split(/[ T,]/)[0] ?? text

function reasonOf({ evidence, order }: DatedColumn, before: DateOrder | null): string {
  const now = evidence === 'likely' ? words.looksAs(order) : words.noDateProvesIt
  return before !== null && before !== order ? `${words.lastTime(before)} ${now}` : now
}

function monthsOf({ months }: DatedColumn, order: DateOrder): string {
  const named = months[order].map(({ month }) => formatMonth(month, locale))
  const [first, last] = [named[0] ?? '', named.at(-1) ?? '']
  return named.length > monthsNamed ? words.fromTo(first, last) : named.join(', ')
}
