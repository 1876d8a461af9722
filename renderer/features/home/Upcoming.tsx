import { Link } from 'wouter'
import type { UpcomingDate } from '../../../shared/contract/results.ts'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { locale } from '../../ui/lib/locale.ts'
import styles from './home.module.css'
import { targetPath } from './target-path.ts'
import { shortWeekday, words } from './words.ts'

/** The dates of the next 90 days, overdue ones first and said so; each leads to what it is about. */
export function Upcoming({ dates }: { dates: readonly UpcomingDate[] }) {
  return (
    <section className={styles.section} aria-labelledby="upcoming">
      <h2 id="upcoming">{words.next90Days}</h2>
      <Card>
        {dates.length === 0 ? (
          <p className={layout.quiet}>{words.noDatesYetTheyCome}</p>
        ) : (
          <dl className={styles.dates}>
            {dates.map((date) => (
              <div key={`${date.on} ${date.what}`}>
                <dt>
                  <time dateTime={date.on}>{shortWeekday(date.on, locale)}</time>
                </dt>
                <dd>
                  <Link href={targetPath(date.target)}>{date.what}</Link>
                  {date.isOverdue && <span className={styles.overdue}>{words.overdue}</span>}
                </dd>
              </div>
            ))}
          </dl>
        )}
      </Card>
    </section>
  )
}
