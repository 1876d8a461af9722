import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { Home } from '../../../shared/contract/results.ts'
import { formatMonthName } from '../../../shared/domain/format.ts'
import { canSkip } from '../../../shared/domain/time/months.ts'
import { orpc } from '../../api/client.ts'
import styles from '../../features/home/home.module.css'
import { NeedsYou } from '../../features/home/NeedsYou.tsx'
import { NextCard } from '../../features/home/NextCard.tsx'
import { nextSteps } from '../../features/home/next-step.ts'
import { Upcoming } from '../../features/home/Upcoming.tsx'
import { dayWithWeekday, greeting } from '../../features/home/words.ts'
import { mostPressingFirst, sameNumber } from '../../parts/figures/order-lines.ts'
import { StatusTable } from '../../parts/figures/StatusTable.tsx'
import { SkipMonth } from '../../parts/tasks/SkipMonth.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Note } from '../../ui/feedback/Note.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import { count } from '../../ui/lib/count.ts'
import { locale } from '../../ui/lib/locale.ts'
import { formatMoment } from '../../ui/lib/moments.ts'
import { words } from './words.ts'

/** What to do next, how every workflow stands, what waits, and what comes. */
export function HomePage() {
  const home = useQuery(orpc.results.home.queryOptions())
  if (home.isPending) return <Loading />
  if (home.isError) {
    return (
      <Page title="Home">
        <ErrorNote error={home.error} />
      </Page>
    )
  }
  const { data } = home
  const { taken, ...matters } = nextSteps(data, locale)
  return (
    <Page
      title={greeting(data.ownerName, new Date().getHours())}
      aside={dayWithWeekday(data.today, locale, true)}
    >
      <div className={styles.stack}>
        <Troubles />
        <NextCard {...matters} aside={skipOf(data)} />
        {data.workflows.length > 0 && <Workflows home={data} />}
        <div className={styles.columns}>
          <NeedsYou todos={data.todos.filter(({ id }) => id !== taken)} />
          <Upcoming dates={data.dates} />
        </div>
      </div>
    </Page>
  )
}

/** A month that has ended can be skipped from here, with a reason. */
function skipOf({ session, today }: Home) {
  if (session === null || !canSkip(session, today)) return null
  return <SkipMonth session={session} label={words.skip(formatMonthName(session.month, locale))} />
}

/** So many rows leave room for what needs somebody. */
const shownAtFirst = 8

function Workflows({ home: { workflows: lines, session } }: { home: Home }) {
  const isCut = lines.length > shownAtFirst + 1
  const shown = isCut ? mostPressingFirst(lines).slice(0, shownAtFirst) : lines
  return (
    <section className={styles.section} aria-labelledby="workflows">
      <div className={styles.heading}>
        <h2 id="workflows">{words.workflows}</h2>
        <small>{resultsNote(shown)}</small>
      </div>
      <Card>
        <StatusTable
          lines={shown}
          session={session}
          withNumbers={sameNumber(shown) === null}
          end={isCut && <Link href="/workflows">{words.ofAll(shown.length, lines.length)}</Link>}
        />
      </Card>
    </section>
  )
}

/** "October results, 10 outputs each · likely range in grey" when every line is about one month. */
function resultsNote(lines: Home['workflows']): string {
  const months = new Set(lines.flatMap((line) => line.finding?.month ?? []))
  const [month] = months
  if (month === undefined) return words.resultsComeWithTheFirst
  const which = months.size === 1 ? `${formatMonthName(month, locale)} results` : words.latestResults
  const each = sameNumber(lines)
  return words.likelyRangeInGrey(each === null ? which : words.ofEach(which, count(each, 'output', locale)))
}

/** Where she went on from, and what is wrong with the backups or the folder, come before the work. */
function Troubles() {
  const state = useQuery({ ...orpc.company.get.queryOptions(), enabled: false })
  const wentBackTo = state.data?.wentBackTo
  return (
    <>
      {wentBackTo && (
        <Note tone="good" role="status">
          <p>
            {words.wentBackTo(wentBackTo.company ?? words.yourCompany, formatMoment(wentBackTo.at, locale))}{' '}
            <Link href="/settings/backups">{words.seeBackups}</Link>
          </p>
        </Note>
      )}
      {state.data?.troubles.map((trouble) => (
        <Note key={trouble} tone="watch" role="status">
          <p>
            {trouble} <Link href="/settings/backups">{words.seeBackups}</Link>
          </p>
        </Note>
      ))}
    </>
  )
}
