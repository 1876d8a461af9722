import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Link, useParams } from 'wouter'
import type { Output, ReadingView } from '../../../shared/contract/reviews/reviews.ts'
import { formatMonth, formatShare } from '../../../shared/domain/format.ts'
import { hasNoText } from '../../../shared/domain/reviews/by-reference.ts'
import { orpc } from '../../api/client.ts'
import outputs from '../../features/outputs/outputs.module.css'
import { WhatWasSaid } from '../../features/outputs/WhatWasSaid.tsx'
import { WhereItComesFrom } from '../../features/outputs/WhereItComesFrom.tsx'
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
import { workflowPath } from '../../ui/lib/workflow-path.ts'
import { words } from './words.ts'

/** One reviewed output, read-only: the request, what the AI wrote, what was used, and what was said about it. */
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
      eyebrow={<Link href={workflowPath(workflowId, 'outputs')}>{workflowName}</Link>}
      title={words.outputFrom(formatMonth(month, locale))}
      aside={editing === null ? words.editingNotKnown : words.editing(formatShare(editing, locale))}
    >
      <div className={outputs.judged}>
        <div>
          <JudgedOutput key={itemId} output={output} />
          {!hasNoText(output) && <AddToStandardInputs key={`add ${itemId}`} itemId={itemId} />}
        </div>
        <aside className={layout.stack} aria-label={words.aboutThisOutput}>
          <WhatWasSaid judged={query.data} />
          <WhereItComesFrom judged={query.data} />
        </aside>
      </div>
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
        {hasFinal ? (
          <ViewSwitch view={view} onView={setView} />
        ) : (
          <p className={layout.quiet}>
            {hasNoText(output) ? words.byReference : words.aiVersionNoFinalVersion}
          </p>
        )}
      </div>
      {output.request && <Request text={output.request} />}
      <OutputText key={view} output={output} view={hasFinal ? view : 'ai'} comparisons={comparisons} />
    </article>
  )
}
