import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Link, useParams } from 'wouter'
import type { Output, ReadingView } from '../../../shared/contract/reviews/reviews.ts'
import { formatDay, formatMonth, formatShare } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import styles from '../../parts/figures/figures.module.css'
import { AddToStandardInputs } from '../../parts/standard-inputs/AddToStandardInputs.tsx'
import { OutputText } from '../../parts/text/OutputText.tsx'
import { Request } from '../../parts/text/Request.tsx'
import { createComparisons } from '../../parts/text/reading-text.ts'
import { ViewSwitch } from '../../parts/text/ViewSwitch.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Page } from '../../ui/layout/Page.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { words } from './words.ts'

/** One reviewed output, read-only: the request, what the AI wrote and what was used. */
export function OutputPage() {
  const itemId = Number(useParams<{ itemId: string }>().itemId)
  const query = useQuery(orpc.results.output.queryOptions({ input: { itemId } }))
  if (query.isPending) return <Loading />
  if (query.isError) {
    return (
      <Page title={words.output}>
        <ErrorNote error={query.error} />
      </Page>
    )
  }
  const { output, month, workflowId, workflowName, editing } = query.data
  return (
    <Page
      eyebrow={<Link href={`/workflows/${workflowId}/results/outputs`}>{workflowName}</Link>}
      title={words.outputFrom(formatMonth(month, locale))}
      aside={editing === null ? words.editingNotKnown : words.editing(formatShare(editing, locale))}
    >
      <JudgedOutput key={itemId} output={output} />
      <AddToStandardInputs key={`add ${itemId}`} itemId={itemId} />
    </Page>
  )
}

function JudgedOutput({ output }: { output: Output }) {
  const [view, setView] = useState<ReadingView>('changes')
  const comparisons = useMemo(createComparisons, [])
  const hasFinal = output.finalText !== null
  return (
    <article>
      <div className={styles.outputHead}>
        {hasFinal && <ViewSwitch view={view} onView={setView} />}
        <p className={layout.quiet}>
          {[...facts(output), ...(hasFinal ? [] : [words.aiVersionNoFinalVersion])].join(' · ')}
        </p>
      </div>
      {output.request && <Request text={output.request} />}
      <OutputText key={view} output={output} view={hasFinal ? view : 'ai'} comparisons={comparisons} />
    </article>
  )
}

function facts({ occurredOn, person, externalId, copies }: Output): string[] {
  return [
    occurredOn === null ? words.noDate : formatDay(occurredOn, locale),
    person === null ? '' : `for ${person}`,
    externalId === null ? '' : `ID ${externalId}`,
    copies > 1 ? words.standsTimesInTheMonth(copies) : '',
  ].filter((fact) => fact !== '')
}
