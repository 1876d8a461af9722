import type { DatedColumn, DateOrder } from '../../shared/contract/imports.ts'
import { formatDay, formatMonth } from '../../shared/domain/format.ts'
import { Segmented } from '../ui/fields/Segmented.tsx'
import { Card } from '../ui/layout/Card.tsx'
import { locale } from '../ui/lib/locale.ts'
import { Table } from '../ui/tables/Table.tsx'
import styles from './files.module.css'
import { words } from './words.ts'

const monthsNamed = 3

type DateQuestionProps = {
  dates: DatedColumn
  /** The order that was chosen for such a file last time, where there is one. */
  before: DateOrder | null
  value: DateOrder
  onChange: (order: DateOrder) => void
}

/** What is to be known of the order of day and month: a question with two dates of the file where no date proves it. */
export function DateQuestion({ dates, before, value, onChange }: DateQuestionProps) {
  const [example] = dates.examples
  if (dates.evidence === 'contradicted') {
    return <p className={styles.quiet}>{words.datesOfBothOrders(dates.against.rows.join(', '), value)}</p>
  }
  if (!example || (dates.evidence !== 'likely' && dates.evidence !== 'open')) return null
  const read = (order: DateOrder) => formatDay(example.readings[order], locale)
  return (
    <Card>
      <section className={styles.section} aria-labelledby="date-question">
        <div>
          <h3 id="date-question">{words.whichDay(example.text, read('month-first'), read('day-first'))}</h3>
          <p className={styles.quiet}>{reasonOf(dates, before)}</p>
        </div>
        <Segmented
          label={words.orderOfDates}
          value={value}
          onChange={onChange}
          options={[
            { value: 'month-first', label: words.monthFirst },
            { value: 'day-first', label: words.dayFirst },
          ]}
        />
        <Table
          label={words.howTheDatesAreRead}
          columns={[{ heading: words.inTheFile }, { heading: words.monthFirst }, { heading: words.dayFirst }]}
        >
          <tbody>
            {dates.examples.map(({ row, text, readings }) => (
              <tr key={row}>
                <th scope="row">{words.dateInRow(text, row)}</th>
                <td>{formatDay(readings['month-first'], locale)}</td>
                <td>{formatDay(readings['day-first'], locale)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{words.allOfThem}</th>
              <td>{monthsOf(dates, 'month-first')}</td>
              <td>{monthsOf(dates, 'day-first')}</td>
            </tr>
          </tbody>
        </Table>
      </section>
    </Card>
  )
}

function reasonOf({ evidence, order }: DatedColumn, before: DateOrder | null): string {
  const now = evidence === 'likely' ? words.looksAs(order) : words.noDateProvesIt
  return before !== null && before !== order ? `${words.lastTime(before)} ${now}` : now
}

function monthsOf({ months }: DatedColumn, order: DateOrder): string {
  const named = months[order].map(({ month }) => formatMonth(month, locale))
  const [first, last] = [named[0] ?? '', named.at(-1) ?? '']
  return named.length > monthsNamed ? words.fromTo(first, last) : named.join(', ')
}
