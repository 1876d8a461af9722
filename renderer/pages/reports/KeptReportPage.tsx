import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'wouter'
import { formatDay } from '../../../shared/domain/format.ts'
import { periodName } from '../../../shared/domain/report/period.ts'
import { orpc } from '../../api/client.ts'
import { savePdf } from '../../api/print-page.ts'
import { ChangedFigures } from '../../features/reports/PastReports.tsx'
import { ReportSheet } from '../../features/reports/ReportSheet.tsx'
import { OnPaper } from '../../parts/print/OnPaper.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { words } from './words.ts'

/** A report as it was handed on; what a later correction changed is said above it, never in it. */
export function KeptReportPage() {
  const id = Number(useParams<{ id: string }>().id)
  const kept = useQuery(orpc.reports.kept.queryOptions({ input: { id } }))
  const pdf = useMutation({ mutationFn: (name: string) => savePdf(name) })
  if (kept.isPending) return <Loading />
  const eyebrow = <Link href="/reports">{words.reports}</Link>
  if (kept.isError) {
    return (
      <Page title={words.reports} eyebrow={eyebrow}>
        <ErrorNote error={kept.error} />
      </Page>
    )
  }
  const { page, period, keptAt, changedSince } = kept.data
  return (
    <Page
      title={periodName(period, locale)}
      eyebrow={eyebrow}
      aside={words.asSavedOn(formatDay(keptAt.slice(0, 10), locale))}
      actions={
        <Button
          variant="default"
          loading={pdf.isPending}
          onClick={() => pdf.mutate(`evenkeel-report-${period.to}`)}
        >
          {words.saveAsPdf}
        </Button>
      }
    >
      {pdf.isError && <ErrorNote error={pdf.error} />}
      <ChangedFigures changed={changedSince} />
      <ReportSheet page={page} />
      <OnPaper>
        <ReportSheet page={page} />
      </OnPaper>
    </Page>
  )
}
