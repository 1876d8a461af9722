import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { AuditHead, ReportPage } from '../../../shared/contract/reports/reports.ts'
import { formatMonthName } from '../../../shared/domain/format.ts'
import { periodName, type ReportPeriod } from '../../../shared/domain/report/period.ts'
import { orpc } from '../../api/client.ts'
import { OnPaper } from '../../parts/print/OnPaper.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import { count } from '../../ui/lib/count.ts'
import { locale } from '../../ui/lib/locale.ts'
import { CostsForm } from './CostsForm.tsx'
import { PastReports } from './PastReports.tsx'
import styles from './place.module.css'
import { ReportSheet } from './ReportSheet.tsx'
import { SaveReport } from './SaveReport.tsx'
import { UsedForm } from './UsedForm.tsx'
import { useWords } from './use-words.ts'
import { WordsForm } from './WordsForm.tsx'
import { words } from './words.ts'

/** Period, words, saving and past reports at the left; at the right the page itself. */
export function ReportPlace({ periods }: { periods: readonly ReportPeriod[] }) {
  const [kind, setKind] = useState<ReportPeriod['kind']>('month')
  const period = periods.find((each) => each.kind === kind) ?? periods[0]
  const page = useQuery({
    ...orpc.reports.page.queryOptions({ input: period ?? { kind: 'month', from: '', to: '' } }),
    enabled: period !== undefined,
  })
  if (!period) return null
  return (
    <>
      <div className={styles.period}>
        <Segmented
          label={words.period}
          value={period.kind}
          options={periods.map((each) => ({ value: each.kind, label: presetName(each) }))}
          onChange={setKind}
        />
        {page.isSuccess && <p className={styles.quiet}>{whatItHolds(page.data)}</p>}
      </div>
      {page.isError && <ErrorNote error={page.error} />}
      {page.isSuccess && <Made key={period.kind} page={page.data} />}
    </>
  )
}

/** One page being made. */
function Made({ page }: { page: ReportPage }) {
  const [said, setSaid] = useWords(page)
  const [audit, setAudit] = useState<AuditHead | null>(null)
  const paper = useRef<HTMLElement>(null)
  const shown = { ...page, words: said.words, audit }
  return (
    <div className={styles.place}>
      <div className={styles.form}>
        <WordsForm value={said.words} onChange={setSaid} />
        {said.error !== null && <ErrorNote error={said.error} />}
        <SaveReport page={shown} said={said} paper={paper} onStamp={setAudit} />
        <CostsForm costs={page.costs} hours={page.hours} />
        <UsedForm lines={page.lines} />
        <PastReports today={page.on} />
      </div>
      <div className={styles.preview}>
        <div className={styles.shrunk}>
          <ReportSheet page={shown} />
        </div>
        <span>{words.onePage}</span>
      </div>
      <OnPaper>
        <ReportSheet ref={paper} page={shown} />
      </OnPaper>
    </div>
  )
}

function presetName(period: ReportPeriod): string {
  const { kind, from, to } = period
  if (kind === 'month') return formatMonthName(to, locale)
  if (kind === 'quarter') return words.presets.quarter(Math.ceil(Number(to.slice(5)) / 3))
  if (kind === 'year') return words.presets.year(to.slice(0, 4))
  return words.presets.since(formatMonthName(from, locale))
}

function whatItHolds({ period, lines, outputs = 0 }: ReportPage): string {
  return words.whatItHolds(
    periodName(period, locale),
    count(lines.length, 'workflow', locale),
    count(outputs, 'output', locale),
  )
}
