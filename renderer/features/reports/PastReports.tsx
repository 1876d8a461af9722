import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { ChangedFigure } from '../../../shared/contract/reports/reports.ts'
import { formatMonthName, formatNearDay } from '../../../shared/domain/format.ts'
import { periodName } from '../../../shared/domain/report/period.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Section } from '../../ui/layout/Section.tsx'
import { locale } from '../../ui/lib/locale.ts'
import styles from './place.module.css'
import { words } from './words.ts'

/** The pages that were handed on, each as it was, and which of their figures are others today. */
export function PastReports({ today }: { today: string }) {
  const list = useInfiniteQuery(
    orpc.reports.list.infiniteOptions({
      input: (offset: number) => ({ offset }),
      initialPageParam: 0,
      getNextPageParam: (last, pages) => {
        const shown = pages.reduce((sum, page) => sum + page.reports.length, 0)
        return shown < last.total ? shown : undefined
      },
    }),
  )
  const kept = list.data?.pages.flatMap(({ reports }) => reports) ?? []
  return (
    <Section title={words.pastReports}>
      {list.isError && <ErrorNote error={list.error} />}
      {list.isSuccess && kept.length === 0 && <p className={styles.quiet}>{words.noPastReports}</p>}
      {kept.length > 0 && (
        <ul className={styles.past}>
          {kept.map((report) => (
            <li key={report.id}>
              <Link href={`/reports/${report.id}`}>{periodName(report.period, locale)}</Link>
              <span>
                {report.headline}
                <ChangedFigures changed={report.changedSince} />
              </span>
              <time dateTime={report.keptAt}>{formatNearDay(report.keptAt.slice(0, 10), today, locale)}</time>
            </li>
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {words.showMore}
        </Button>
      )}
    </Section>
  )
}

/** Says which figures of a kept report a later correction made others. */
export function ChangedFigures({ changed }: { changed: readonly ChangedFigure[] }) {
  if (changed.length === 0) return null
  const said = changed.map(({ name, month, shown, now }) =>
    words.wasAndIs(name, formatMonthName(month, locale), shown, now ?? words.openAgain),
  )
  return (
    <span className={styles.changed}>
      <b>{words.figuresChangedSince}</b> {said.join('; ')}.
    </span>
  )
}
