import { Checkbox, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SessionSummary } from '../../../shared/contract/reviews/reviews.ts'
import { formatMonth } from '../../../shared/domain/format.ts'
import { addMonths } from '../../../shared/domain/time/dates.ts'
import { heldWords } from '../../../shared/domain/time/month-words.ts'
import { heldAndMissed } from '../../../shared/domain/time/months.ts'
import { orpc } from '../../api/client.ts'
import styles from '../../features/reports/reports.module.css'
import { SaveChangeLog, useSaveChangeLog } from '../../parts/exports/SaveChangeLog.tsx'
import { SaveWorkbook } from '../../parts/exports/SaveWorkbook.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Actions } from '../../ui/layout/Actions.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import shared from '../../ui/layout/shared.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { words } from './words.ts'

/** What can be saved to hand on: the workbook of a month, and the change log. */
export function ReportsPage() {
  const sessions = useQuery(orpc.reviews.sessions.queryOptions())
  if (sessions.isPending) return <Loading />
  return (
    <Page title={words.reports}>
      <div className={shared.narrow}>
        {sessions.isError ? <ErrorNote error={sessions.error} /> : <Workbook sessions={sessions.data} />}
        <ChangeLog />
      </div>
    </Page>
  )
}

function Workbook({ sessions }: { sessions: readonly SessionSummary[] }) {
  const started = sessions.filter((session) => session.done > 0)
  const latestFinished = started.find((session) => session.state === 'completed') ?? started[0]
  const [chosen, setChosen] = useState<string | null>(null)
  const [withTexts, setWithTexts] = useState(false)
  const month = chosen ?? latestFinished?.month
  return (
    <Card className={styles.report}>
      <div>
        <h2>{words.reviewWorkbook}</h2>
        <p className={styles.quiet}>{words.oneExcelFileForA}</p>
      </div>
      {month === undefined ? (
        <p>{words.finishAReviewFirstThe}</p>
      ) : (
        <>
          <NativeSelect
            className={styles.narrow ?? ''}
            label={words.month}
            value={month}
            data={started.map((session) => ({ value: session.month, label: monthLabel(session) }))}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
          <p className={styles.quiet}>{heldSentence(sessions, month)}</p>
          <Checkbox
            label={words.addTheTextsOfThe}
            description={words.theyMayHoldNamesAnd}
            checked={withTexts}
            onChange={(event) => setWithTexts(event.currentTarget.checked)}
          />
          <Actions>
            <SaveWorkbook key={`${month} ${withTexts}`} month={month} withTexts={withTexts} isPrimary />
          </Actions>
        </>
      )}
    </Card>
  )
}

/** "In the twelve months to October 2026: 11 of 12 months reviewed, 1 missed." */
function heldSentence(sessions: readonly SessionSummary[], month: string): string {
  const months = sessions.map(({ state, ...session }) => ({
    ...session,
    state: state === 'completed' ? ('finished' as const) : state === 'skipped' ? state : ('open' as const),
  }))
  const counts = heldAndMissed(months, { from: addMonths(month, -11), to: month })
  return words.inTheTwelveMonthsTo(formatMonth(month, locale), heldWords(counts))
}

function monthLabel({ month, state }: SessionSummary): string {
  return state === 'completed' ? formatMonth(month, locale) : words.notFinished(formatMonth(month, locale))
}

function ChangeLog() {
  const save = useSaveChangeLog()
  return (
    <Card className={styles.report}>
      <div>
        <h2>{words.changeLog}</h2>
        <p className={styles.quiet}>{words.everyChangeWithItsDate}</p>
      </div>
      <Actions>
        <SaveChangeLog save={save} />
      </Actions>
      {save.isError && <ErrorNote error={save.error} />}
    </Card>
  )
}
