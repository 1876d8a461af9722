import { useQuery } from '@tanstack/react-query'
import { useSearch } from 'wouter'
import { monthPeriod, type ReportPeriod } from '../../../shared/domain/report/period.ts'
import { orpc } from '../../api/client.ts'
import { ReportPlace } from '../../features/reports/ReportPlace.tsx'
import { SaveEvidence } from '../../parts/exports/SaveEvidence.tsx'
import { SaveList, useSaveList } from '../../parts/exports/SaveList.tsx'
import { GoButton } from '../../parts/tasks/GoButton.tsx'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Actions } from '../../ui/layout/Actions.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import { Section } from '../../ui/layout/Section.tsx'
import { words } from './words.ts'

/** The page for leadership, made, saved and kept; and the change log as a file. */
export function ReportsPage() {
  const periods = useQuery(orpc.reports.periods.queryOptions())
  const save = useSaveList({ kind: 'changes' })
  const month = new URLSearchParams(useSearch()).get('month') ?? ''
  if (periods.isPending) return <Loading />
  return (
    <Page title={words.reports}>
      {periods.isError && <ErrorNote error={periods.error} />}
      {periods.isSuccess &&
        (periods.data.length === 0 ? (
          <EmptyState
            title={words.nothingToReport}
            action={<GoButton path="/reviews">{words.toReviews}</GoButton>}
          >
            {words.finishFirst}
          </EmptyState>
        ) : (
          <ReportPlace key={month} periods={withMonth(periods.data, month)} />
        ))}
      <Section
        title={words.changeLog}
        aside={
          <Actions>
            <SaveList save={save} />
          </Actions>
        }
      >
        <p>{words.everyChange}</p>
        {save.isError && <ErrorNote error={save.error} />}
      </Section>
      <SaveEvidence />
    </Page>
  )
}

/** The month that was come from in the place of the latest; the others end where they end. */
function withMonth(periods: readonly ReportPeriod[], month: string): readonly ReportPeriod[] {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return periods
  return periods.map((period) => (period.kind === 'month' ? monthPeriod(month) : period))
}
