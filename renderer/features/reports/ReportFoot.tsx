import type { AuditHead, ReportPage } from '../../../shared/contract/reports/reports.ts'
import type { Measure } from '../../../shared/contract/workflows.ts'
import { shortCode } from '../../../shared/domain/activity/chain-words.ts'
import {
  formatDayOfYear,
  formatMinutes,
  formatMonthName,
  formatNumber,
  formatWholeShare,
} from '../../../shared/domain/format.ts'
import { hoursAssumptions, hoursFacts } from '../../../shared/domain/report/hours-words.ts'
import { usedWords } from '../../../shared/domain/report/used.ts'
import { locale } from '../../ui/lib/locale.ts'
import styles from './sheet.module.css'
import { words } from './words.ts'

/** What editing takes in hours and money, and with what it was counted. */
export function HoursLine({ page }: { page: ReportPage }) {
  const { hours, costs } = page
  const own =
    page.ownSeconds > 0 ? ` ${words.ownTime(page.ownerName, formatMinutes(page.ownSeconds / 60))}` : ''
  const lines = page.lines.map(({ name, finding, used }) => ({
    name,
    month: finding.month,
    used: used ?? null,
  }))
  const counted = usedWords(lines, locale)
  const used = counted === '' ? '' : ` ${counted}`
  return (
    <section>
      <h3>{words.hoursAndMoney}</h3>
      {hours ? (
        <>
          <div className={styles.columns}>
            {hoursFacts(hours, costs.hourlyCost, locale).map(({ figure, meaning }) => (
              <p key={figure} className={styles.hours}>
                <b>{figure}</b>
                {meaning}
              </p>
            ))}
          </div>
          <p className={styles.quiet}>
            {hoursAssumptions(hours, costs.hourlyCost, locale)}
            {used}
            {own}
          </p>
        </>
      ) : (
        <p className={styles.quiet}>
          {words.noHours}
          {used}
          {own}
        </p>
      )}
    </section>
  )
}

/** How it was measured, how often, and what comes next. */
export function ReportFoot({ page }: { page: ReportPage }) {
  return (
    <footer className={styles.foot}>
      <div>
        <h4>{words.howMeasured}</h4>
        {measuredWords(page)}
      </div>
      <div>
        <h4>{words.reviewsAndSample}</h4>
        {reviewsWords(page)}
      </div>
      <div>
        <h4>{words.next}</h4>
        {nextWords(page)}
      </div>
    </footer>
  )
}

function measuredWords({ lines }: ReportPage): string {
  const sentence = { minutes: words.ofTime, text: words.ofText } satisfies Record<Measure, unknown>
  return (['minutes', 'text'] as const)
    .flatMap((measure) => {
      const own = lines.filter(({ finding }) => finding.measure === measure)
      return own.length === 0 ? [] : [sentence[measure](linesWords(own))]
    })
    .join(' ')
}

function linesWords(lines: ReportPage['lines']): string {
  const shown = new Set(
    lines.map(({ finding }) =>
      finding.lines
        ? words.lines(
            formatWholeShare(finding.lines.target, locale),
            formatWholeShare(finding.lines.update, locale),
          )
        : words.linesToCome,
    ),
  )
  const [only] = shown
  return shown.size === 1 && only !== undefined ? only : words.ownLines
}

function reviewsWords({ held, replaced }: ReportPage): string {
  const number = (value: number) => formatNumber(value, 0, locale)
  const all = held.held + held.skipped + held.missed
  const monthly = [
    words.held(number(held.held), number(all)),
    ...(held.skipped > 0 ? [words.skipped(number(held.skipped))] : []),
    ...(held.missed > 0 ? [words.missed(number(held.missed))] : []),
  ].join(', ')
  return `${monthly}; ${words.foundationHeld(held.foundation)} ${words.replaced(replaced)}; ${words.ranges}.`
}

function recordWords({ seq, hash, month }: AuditHead): string {
  const record = words.activity(formatNumber(seq, 0, locale), shortCode(hash))
  return month === undefined ? record : words.sealed(formatMonthName(month, locale), record)
}

function nextWords({ next, on, audit }: ReportPage): string {
  const dates = next.map((date) => {
    const day = formatDayOfYear(date.on, on, locale)
    return date.month === null
      ? words.foundationBy(day)
      : words.monthlyBy(formatMonthName(date.month, locale), day)
  })
  const record = audit ? recordWords(audit) : ''
  return [dates.join(', '), record].flatMap((said) => (said === '' ? [] : [`${said}.`])).join(' ')
}
