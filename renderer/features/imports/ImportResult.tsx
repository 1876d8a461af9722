import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { ImportSummary } from '../../../shared/contract/imports.ts'
import { formatMonth, formatNumber } from '../../../shared/domain/format.ts'
import { client, orpc } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import styles from '../../files/files.module.css'
import { ProblemTable } from '../../files/ProblemTable.tsx'
import { StepHeading } from '../../files/StepHeading.tsx'
import { count } from '../../parts/figures/words.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import { locale } from '../../ui/lib/locale.ts'

/** What an import kept and what it did not, with the reasons row by row. */
export function ImportResult({ importId, month }: { importId: number; month: string }) {
  const summary = useQuery(orpc.imports.get.queryOptions({ input: { id: importId } }))
  if (summary.isPending) return <Loading />
  if (summary.isError) return <ErrorNote error={summary.error} />
  const { data } = summary
  return (
    <Card>
      <div className={styles.stack}>
        <div>
          <StepHeading>{count(data.keptCount, 'new output', locale)}</StepHeading>
          <p className={styles.quiet}>{countSentence(data)}</p>
          {monthsSentence(data, month) && <p className={styles.quiet}>{monthsSentence(data, month)}</p>}
        </div>
        {data.problemCount > 0 && <Problems summary={data} />}
      </div>
    </Card>
  )
}

function Problems({ summary }: { summary: ImportSummary }) {
  const save = useMutation({
    mutationFn: async () => {
      const file = await client.exports.importProblems({ importId: summary.id })
      await saveFile(file.fileId, file.name)
    },
  })
  const hidden = summary.problemCount - summary.problems.length
  return (
    <section className={styles.stack} aria-labelledby="problems">
      <div className={styles.previewHeading}>
        <h3 id="problems">{count(summary.problemCount, 'problem', locale)}</h3>
        <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
          Save the list
        </Button>
      </div>
      {save.isError && <ErrorNote error={save.error} />}
      <ProblemTable problems={summary.problems} />
      {hidden > 0 && (
        <p className={styles.quiet}>
          These are the first {summary.problems.length}. The saved list has all of them.
        </p>
      )}
    </section>
  )
}

function countSentence(summary: ImportSummary): string {
  const whole = (value: number) => formatNumber(value, 0, locale)
  return [
    `${count(summary.rowCount, 'row', locale)} read from ${summary.name}.`,
    summary.duplicateCount > 0 ? `${count(summary.duplicateCount, 'repeat', locale)} in the file.` : '',
    summary.alreadyInCount > 0
      ? `${whole(summary.alreadyInCount)} ${summary.alreadyInCount === 1 ? 'was' : 'were'} already in.`
      : '',
    summary.otherMonthCount > 0
      ? `${count(summary.otherMonthCount, 'row', locale)} of other months left out.`
      : '',
    finalSentence(summary),
  ]
    .filter((part) => part !== '' && summary.rowCount > 0)
    .join(' ')
}

function finalSentence({ withFinalCount, keptCount }: ImportSummary): string {
  if (keptCount === 0) return ''
  if (withFinalCount === keptCount) return 'All have a final version.'
  return withFinalCount === 0
    ? 'None has a final version.'
    : `${formatNumber(withFinalCount, 0, locale)} have a final version.`
}

/** Only said when the outputs are not simply all of the month being collected. */
function monthsSentence({ months, keptCount }: ImportSummary, month: string): string | null {
  if (keptCount === 0 || (months.length === 1 && months[0]?.month === month)) return null
  const parts = months.map(
    (each) => `${formatMonth(each.month, locale)} ${formatNumber(each.count, 0, locale)}`,
  )
  return `By month: ${parts.join(', ')}.`
}
