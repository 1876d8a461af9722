import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'wouter'
import type { Output } from '../../../shared/contract/reviews.ts'
import { formatDay, formatMonth, formatShare } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { locale } from '../../ui/locale.ts'
import { Page } from '../../ui/Page.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import styles from './results.module.css'
import { TextChanges } from './TextChanges.tsx'

type View = 'changes' | 'ai' | 'final'

const views: { value: View; label: string }[] = [
  { value: 'changes', label: 'Changes' },
  { value: 'ai', label: 'AI version' },
  { value: 'final', label: 'Final' },
]

/** One reviewed output, read-only: the request, what the AI wrote and what was used. */
export function OutputPage() {
  const itemId = Number(useParams<{ itemId: string }>().itemId)
  const query = useQuery(orpc.results.output.queryOptions({ input: { itemId } }))
  if (query.isPending) return <Loading />
  if (query.isError) {
    return (
      <Page title="Output">
        <ErrorNote error={query.error} />
      </Page>
    )
  }
  const { output, month, workflowId, workflowName, editing } = query.data
  return (
    <Page
      eyebrow={<Link href={`/workflows/${workflowId}/outputs`}>{workflowName}</Link>}
      title={`Output from ${formatMonth(month, locale)}`}
      aside={editing === null ? 'Editing not known' : `Editing ${formatShare(editing, locale)}`}
    >
      <OutputText output={output} />
    </Page>
  )
}

function OutputText({ output }: { output: Output }) {
  const [view, setView] = useState<View>('changes')
  const { aiText, finalText } = output
  return (
    <article className={styles.output}>
      <p className={styles.quiet}>{facts(output).join(' · ')}</p>
      {output.request !== null && (
        <section className={styles.request} aria-label="Request">
          <small>Request</small>
          <p dir="auto">{output.request}</p>
        </section>
      )}
      {finalText === null ? (
        <>
          <p className={styles.quiet}>No final version was brought in. This is what the AI wrote.</p>
          <div className={styles.reading} dir="auto">
            {aiText}
          </div>
        </>
      ) : (
        <>
          <Segmented label="View" value={view} onChange={setView} options={views} />
          {view === 'changes' ? (
            <TextChanges aiText={aiText} finalText={finalText} />
          ) : (
            <div className={styles.reading} dir="auto">
              {view === 'ai' ? aiText : finalText}
            </div>
          )}
        </>
      )}
    </article>
  )
}

function facts({ occurredOn, person, externalId, copies }: Output): string[] {
  return [
    occurredOn === null ? 'No date' : formatDay(occurredOn, locale),
    person === null ? '' : `for ${person}`,
    externalId === null ? '' : `ID ${externalId}`,
    copies > 1 ? `stands ${copies} times in the month` : '',
  ].filter((fact) => fact !== '')
}
