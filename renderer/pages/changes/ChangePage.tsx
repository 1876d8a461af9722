import { Button } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { Link, useLocation, useParams } from 'wouter'
import type { MeasuredChange } from '../../../shared/contract/changes.ts'
import { isLeftWorse } from '../../../shared/domain/effects/standing.ts'
import { orpc } from '../../api/client.ts'
import { ChangeFacts } from '../../features/changes/ChangeFacts.tsx'
import styles from '../../features/changes/changes.module.css'
import { Effects } from '../../features/changes/Effects.tsx'
import { PlannedCard } from '../../features/changes/planned/PlannedCard.tsx'
import { documentPath } from '../../parts/documents/document-words.ts'
import { Comparison } from '../../parts/text/Comparison.tsx'
import { ReadingText } from '../../parts/text/ReadingText.tsx'
import type { WholeDocument } from '../../parts/text/whole-document.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Page } from '../../ui/layout/Page.tsx'
import { Section } from '../../ui/layout/Section.tsx'
import { words } from './words.ts'

/** One entry of the log: what it changed, why, by whom, and what it did. */
export function ChangePage() {
  const number = Number(useParams<{ number: string }>().number)
  const change = useQuery(orpc.changes.get.queryOptions({ input: { number } }))
  const company = useQuery(orpc.company.get.queryOptions())
  const document = useDocumentOf(change.data)
  if (change.isPending) return <Loading />
  const eyebrow = <Link href="/changes">{words.changes}</Link>
  if (change.isError) {
    return (
      <Page eyebrow={eyebrow} title={words.change}>
        <ErrorNote error={change.error} />
      </Page>
    )
  }
  const { data } = change
  return (
    <Page
      eyebrow={
        <>
          {eyebrow}
          {words.change2(data.number)}
        </>
      }
      title={data.what}
      actions={<GoBack change={data} document={document} />}
    >
      <div className={layout.stack}>
        {data.plan === 'planned' && (
          <PlannedCard key={data.onDate} change={data} today={company.data?.today ?? data.onDate} />
        )}
        <Effects
          change={data}
          today={company.data?.today ?? data.onDate}
          isByHand={data.documentId === null}
        />
        <div className={layout.columns}>
          <Wording key={data.number} change={data} />
          <ChangeFacts change={data} historyPath={document ? `${documentPath(document)}/history` : null} />
        </div>
      </div>
    </Page>
  )
}

/** The document whose version made a change; undefined for a change written by hand. */
function useDocumentOf(change: MeasuredChange | undefined): WholeDocument | undefined {
  const id = change?.documentId ?? null
  return useQuery(orpc.documents.get.queryOptions({ input: id === null ? skipToken : { id } })).data
}

/** Only for a wording that had an earlier one and was not gone back on already. */
function GoBack({ change, document }: { change: MeasuredChange; document: WholeDocument | undefined }) {
  const [, navigate] = useLocation()
  const made = document?.versions.find((version) => version.changeNumber === change.number)
  if (!document || !made || made.number === 1 || change.revertedBy !== null) return null
  return (
    <Button
      // What made it worse is gone back on rather than kept.
      variant={change.effects.some(isLeftWorse) ? 'filled' : 'default'}
      onClick={() => navigate(`${documentPath(document)}/back/${made.number - 1}`)}
    >
      {words.goBackToTheEarlier}
    </Button>
  )
}

function Wording({ change: { from, to } }: { change: MeasuredChange }) {
  return (
    <Section title={words.whatChanged}>
      <Card>
        {from === '' && to === '' && <p className={layout.quiet}>{words.noWordingWasKept}</p>}
        {from !== '' && to !== '' && (
          <Comparison
            from={from}
            to={to}
            fromName={words.before}
            toName={words.after}
            same={words.theWordingBeforeAndAfter}
          />
        )}
        {(from === '') !== (to === '') && (
          <>
            <p className={styles.remark}>
              {from === '' ? words.afterNothingWasKeptFrom : words.beforeNothingWasKeptFrom}
            </p>
            <ReadingText text={from === '' ? to : from} />
          </>
        )}
      </Card>
    </Section>
  )
}
