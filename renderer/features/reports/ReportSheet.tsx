import { Fragment, type Ref } from 'react'
import type { ReportPage } from '../../../shared/contract/reports/reports.ts'
import { formatDay, formatNearDay } from '../../../shared/domain/format.ts'
import { periodName } from '../../../shared/domain/report/period.ts'
import print from '../../parts/print/print.module.css'
import { classNames } from '../../ui/lib/class-names.ts'
import { locale } from '../../ui/lib/locale.ts'
import { ReportCharts } from './ReportCharts.tsx'
import { HoursLine, ReportFoot } from './ReportFoot.tsx'
import { ReportChanges, ReportLines } from './ReportTables.tsx'
import styles from './sheet.module.css'
import { words } from './words.ts'

/** From four workflows on a row has one line, so that twelve fit on the page. */
const mostTall = 3

/** The page for leadership, as it is printed: always light, one page of A4 or Letter. */
export function ReportSheet({ page, ref }: { page: ReportPage; ref?: Ref<HTMLElement> }) {
  const isDense = page.lines.length > mostTall
  const [company, about] = words.masthead(page.company, periodName(page.period, locale))
  return (
    <article
      ref={ref}
      className={classNames(print.paper, styles.sheet, isDense && styles.dense)}
      aria-label={words.preview}
    >
      <header>
        <p className={styles.masthead}>
          <span>
            <b>{company}</b>
            {about}
          </span>
          <span>{words.byOwner(page.ownerName, formatDay(page.on, locale))}</span>
        </p>
        <h2 className={styles.headline}>
          {page.headline.split(/(?<=\.) /).map((sentence) => (
            <Fragment key={sentence}>
              <span>{sentence}</span>{' '}
            </Fragment>
          ))}
        </h2>
      </header>
      <OwnWords page={page} />
      <ReportLines lines={page.lines} isDense={isDense} />
      <ReportCharts charts={page.charts} isDense={isDense} />
      <ReportChanges changes={page.changes.slice(0, isDense ? 3 : 4)} today={page.on} />
      <HoursLine page={page} />
      <ReportFoot page={page} />
    </article>
  )
}

/** The owner's sentence beside what is to be decided; one of the two alone has the whole width. */
function OwnWords({ page }: { page: ReportPage }) {
  const { sentence } = page.words
  const decisions = page.words.decisions.filter(({ what }) => what !== '')
  if (sentence === '' && decisions.length === 0) return null
  return (
    <section className={styles.columns}>
      {sentence !== '' && (
        <blockquote className={classNames(styles.sentence, decisions.length === 0 && styles.wide)}>
          {sentence}
          {page.ownerName !== '' && <small>{page.ownerName}</small>}
        </blockquote>
      )}
      {decisions.length > 0 && (
        <div className={sentence === '' ? styles.wide : styles.two}>
          <h3>{words.decisionsNeeded}</h3>
          <table className={styles.decisions}>
            <tbody>
              {decisions.map(({ what, who, by }) => (
                <tr key={what}>
                  <th scope="row">{what}</th>
                  <td className={styles.who}>{who}</td>
                  <td className={styles.when}>{by && formatNearDay(by, page.on, locale)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
