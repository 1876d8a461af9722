import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation, useParams } from 'wouter'
import type { FoundOutput, FoundWording, RetiredFact } from '../../../shared/contract/retired-facts.ts'
import { formatDay, formatMonth } from '../../../shared/domain/format.ts'
import { compileTerm, readable, splitAtTerm } from '../../../shared/domain/foundation/retired-facts.ts'
import { client, orpc } from '../../api/client.ts'
import { RetiredFactDialog } from '../../features/retired-facts/RetiredFactDialog.tsx'
import styles from '../../features/retired-facts/retired-facts.module.css'
import { documentPath } from '../../parts/documents/document-words.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import { Facts } from '../../ui/layout/Facts.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Page } from '../../ui/layout/Page.tsx'
import { Section } from '../../ui/layout/Section.tsx'
import shared from '../../ui/layout/shared.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { Marked } from '../../ui/marks/Marked.tsx'
import type { RemovedFact } from './RetiredFactsPage.tsx'
import { words } from './words.ts'

type WholeFact = Awaited<ReturnType<typeof client.retiredFacts.get>>

/** One retired fact, and every place where it still turns up. */
export function RetiredFactPage() {
  const id = Number(useParams<{ id: string }>().id)
  const remove = useTrueAgain()
  // While it goes off the list, asking for it once more would only find nothing.
  const isThere = remove.isIdle || remove.isError
  const fact = useQuery({ ...orpc.retiredFacts.get.queryOptions({ input: { id } }), enabled: isThere })
  const [isEditing, setIsEditing] = useState(false)
  if (fact.isPending) return <Loading />
  const eyebrow = <Link href="/foundation/retired">{words.retiredFacts}</Link>
  if (fact.isError) {
    return (
      <Page eyebrow={eyebrow} title={words.retiredFact}>
        <ErrorNote error={fact.error} />
      </Page>
    )
  }
  const { data } = fact
  return (
    <Page
      eyebrow={eyebrow}
      title={data.term}
      actions={
        <>
          <Button variant="subtle" loading={remove.isPending} onClick={() => remove.mutate(data)}>
            {words.itIsTrueAgain}
          </Button>
          <Button variant="default" onClick={() => setIsEditing(true)}>
            {words.edit}
          </Button>
        </>
      }
    >
      {remove.isError && <ErrorNote error={remove.error} />}
      <AboutFact fact={data} />
      <Found fact={data} />
      {isEditing && <RetiredFactDialog fact={data} onClose={() => setIsEditing(false)} />}
    </Page>
  )
}

/** Takes a fact off the list, where that can be undone. */
function useTrueAgain() {
  const [, navigate] = useLocation()
  return useMutation({
    mutationFn: ({ id }: RetiredFact) => client.retiredFacts.remove({ id }),
    onSuccess: (_nothing, { term, replacement, retiredOn, sectionId }) => {
      const state: RemovedFact = { removed: { term, replacement, retiredOn, sectionId } }
      navigate('/foundation/retired', { state })
    },
  })
}

function AboutFact({ fact }: { fact: RetiredFact }) {
  return (
    <Facts
      arrangement="row"
      facts={[
        [
          words.inItsPlace,
          <span key="place" dir="auto">
            {fact.replacement || words.nothing}
          </span>,
        ],
        [words.retiredOn, formatDay(fact.retiredOn, locale)],
        [
          words.section,
          fact.sectionId !== null && <Link href={`/foundation/${fact.sectionId}`}>{fact.sectionName}</Link>,
        ],
      ]}
    />
  )
}

const firstShown = 30

function Found({ fact: { term, wordings, outputs } }: { fact: WholeFact }) {
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? outputs : outputs.slice(0, firstShown)
  if (wordings.length === 0 && outputs.length === 0) {
    return (
      <Card>
        <p className={layout.quiet}>{words.itIsNotInAny}</p>
      </Card>
    )
  }
  return (
    <>
      {wordings.length > 0 && (
        <Section title={words.wordingsInForce}>
          <Card>
            <ul className={styles.places}>
              {wordings.map((wording) => (
                <WordingLine key={wording.documentId} wording={wording} term={term} />
              ))}
            </ul>
          </Card>
        </Section>
      )}
      {outputs.length > 0 && (
        <Section title={words.outputs}>
          <Card>
            <ul className={styles.places}>
              {shown.map((output) => (
                <OutputLine key={output.itemId} output={output} term={term} />
              ))}
            </ul>
          </Card>
          {shown.length < outputs.length && (
            <div>
              <Button variant="default" onClick={() => setShowsAll(true)}>
                {words.showAll(outputs.length)}
              </Button>
            </div>
          )}
        </Section>
      )}
    </>
  )
}

function WordingLine({ wording, term }: { wording: FoundWording; term: string }) {
  const { documentId: id, workflowId, name, version, excerpt } = wording
  return (
    <li>
      <p>
        <Link href={documentPath({ id, workflowId })}>{name}</Link>{' '}
        <span className={styles.remark}>{words.versionInForce(version)}</span>
      </p>
      <p className={shared.excerpt} dir="auto">
        <Marked pieces={splitAtTerm(readable(excerpt), compileTerm(term))} />
      </p>
    </li>
  )
}

function OutputLine({ output, term }: { output: FoundOutput; term: string }) {
  const { itemId, workflowName, month, isInFinal, excerpt } = output
  return (
    <li>
      <p>
        <Link href={`/outputs/${itemId}`}>
          {workflowName}, {formatMonth(month, locale)}
        </Link>{' '}
        <span className={isInFinal ? styles.sent : styles.remark}>
          {isInFinal ? words.stillInTheFinalVersion : words.takenOutInTheFinal}
        </span>
      </p>
      <p className={shared.excerpt} dir="auto">
        <Marked pieces={splitAtTerm(readable(excerpt), compileTerm(term))} />
      </p>
    </li>
  )
}
