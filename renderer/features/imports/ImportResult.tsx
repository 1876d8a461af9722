import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { ImportSummary } from '../../../shared/contract/imports.ts'
import { formatMonth, formatNumber } from '../../../shared/domain/format.ts'
import { client, orpc } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import { ImportOutcome } from '../../files/ImportOutcome.tsx'
import { count } from '../../parts/figures/words.ts'
import { GoButton } from '../../parts/tasks/GoButton.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { words } from './words.ts'

/** What an import kept and what it did not, with the reasons row by row. */
export function ImportResult({ importId, month }: { importId: number; month: string }) {
  const summary = useQuery(orpc.imports.get.queryOptions({ input: { id: importId } }))
  if (summary.isPending) return <Loading />
  if (summary.isError) return <ErrorNote error={summary.error} />
  const { data } = summary
  return (
    <Card>
      <ImportOutcome
        title={count(data.keptCount, words.newOutput, locale)}
        said={[countSentence(data), monthsSentence(data, month)]}
        problems={data.problems}
        problemCount={data.problemCount}
        saveProblems={<SaveProblems importId={importId} />}
        actions={
          data.leadsTo !== null &&
          data.leadsTo !== month && (
            <GoButton path={`/reviews/${data.leadsTo}/collect/${data.workflowId}`}>
              {words.goOnWith(formatMonth(data.leadsTo, locale))}
            </GoButton>
          )
        }
      />
    </Card>
  )
}

function SaveProblems({ importId }: { importId: number }) {
  const save = useMutation({
    mutationFn: async () => {
      const file = await client.exports.importProblems({ importId })
      await saveFile(file.fileId, file.name)
    },
  })
  return (
    <div>
      <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
        {words.saveTheList}
      </Button>
      {save.isError && <ErrorNote error={save.error} />}
    </div>
  )
}

function countSentence(summary: ImportSummary): string {
  const whole = (value: number) => formatNumber(value, 0, locale)
  return [
    words.readFrom(count(summary.rowCount, 'row', locale), summary.name),
    summary.completedCount > 0 ? words.completed(count(summary.completedCount, 'output', locale)) : '',
    summary.duplicateCount > 0 ? words.inTheFile(count(summary.duplicateCount, 'repeat', locale)) : '',
    summary.alreadyInCount > 0
      ? words.alreadyIn(whole(summary.alreadyInCount), summary.alreadyInCount === 1 ? 'was' : 'were')
      : '',
    summary.otherMonthCount > 0
      ? words.ofOtherMonthsLeftOut(count(summary.otherMonthCount, 'row', locale))
      : '',
    finalSentence(summary),
  ]
    .filter((part) => part !== '' && summary.rowCount > 0)
    .join(' ')
}

function finalSentence({ withFinalCount, withTextCount, keptCount }: ImportSummary): string {
  if (keptCount === 0) return ''
  if (withTextCount === 0) return words.cameByReference
  if (withFinalCount === keptCount) return words.allHaveAFinalVersion
  return withFinalCount === 0
    ? words.noneHasAFinalVersion
    : words.haveAFinalVersion(formatNumber(withFinalCount, 0, locale))
}

/** Only said when the outputs are not simply all of the month being collected. */
function monthsSentence({ months, keptCount }: ImportSummary, month: string): string | null {
  if (keptCount === 0 || (months.length === 1 && months[0]?.month === month)) return null
  const parts = months.map(
    (each) => `${formatMonth(each.month, locale)} ${formatNumber(each.count, 0, locale)}`,
  )
  return words.byMonth(parts.join(', '))
}
