import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import type { RetiredFact, RetiredFactFields } from '../../../shared/contract/retired-facts.ts'
import { formatDay } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import { RetiredFactDialog } from '../../features/retired-facts/RetiredFactDialog.tsx'
import styles from '../../features/retired-facts/retired-facts.module.css'
import { foundWords } from '../../features/retired-facts/retired-words.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Page } from '../../ui/layout/Page.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { RowLink } from '../../ui/tables/RowLink.tsx'
import { Table } from '../../ui/tables/Table.tsx'
import { FoundationTabs } from './FoundationTabs.tsx'
import { words } from './words.ts'

/** Prices, names and terms that are no longer true, and how often they still turn up. */
export function RetiredFactsPage() {
  const facts = useQuery(orpc.retiredFacts.list.queryOptions())
  const [isAdding, setIsAdding] = useState(false)
  if (facts.isPending) return <Loading />
  const add = <Button onClick={() => setIsAdding(true)}>{words.addARetiredFact}</Button>
  return (
    <Page title={words.foundation} actions={facts.data?.length ? add : undefined}>
      <FoundationTabs current="/foundation/retired" />
      <Removed />
      {facts.isError && <ErrorNote error={facts.error} />}
      {facts.data?.length === 0 && (
        <EmptyState title={words.noRetiredFactsYet} action={add}>
          {words.aPriceANameOr}
        </EmptyState>
      )}
      {facts.data && facts.data.length > 0 && (
        <div className={layout.section}>
          <p className={layout.quiet}>{words.lookedForInEveryOutput}</p>
          <Card>
            <FactTable facts={facts.data} />
          </Card>
        </div>
      )}
      {isAdding && <RetiredFactDialog fact={null} onClose={() => setIsAdding(false)} />}
    </Page>
  )
}

/** The way back is gone once it was used, so the keyboard goes on at what it brought back. */
const focusOnce = (link: HTMLAnchorElement | null) => link?.focus()

const columns = [
  { heading: words.noLongerTrue },
  { heading: words.inItsPlace },
  { heading: words.since, width: '144px' },
  { heading: words.section, width: '176px' },
  { heading: words.stillFoundIn, width: '200px' },
]

function FactTable({ facts }: { facts: readonly RetiredFact[] }) {
  const restoredId = useHistoryState<Partial<RestoredFact> | null>()?.restoredId
  return (
    <Table label={words.retiredFacts} columns={columns}>
      <tbody>
        {facts.map((fact) => (
          <tr key={fact.id}>
            <th scope="row" className={styles.term} dir="auto">
              <RowLink
                href={`/foundation/retired/${fact.id}`}
                ref={fact.id === restoredId ? focusOnce : undefined}
              >
                {fact.term}
              </RowLink>
            </th>
            <td className={styles.replacement} dir="auto">
              {fact.replacement || '–'}
            </td>
            <td className={layout.noWrap}>{formatDay(fact.retiredOn, locale)}</td>
            <td>
              {fact.sectionId === null ? (
                '–'
              ) : (
                <Link href={`/foundation/${fact.sectionId}`}>{fact.sectionName}</Link>
              )}
            </td>
            <td className={fact.outputCount + fact.wordingCount > 0 ? styles.found : layout.quiet}>
              {foundWords(fact, locale)}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** What the page of a fact says when it was taken off the list just now. */
export type RemovedFact = { removed: RetiredFactFields }

/** Which fact was put back on it just now. */
type RestoredFact = { restoredId: number }

/** The way back for a fact that was taken off the list. */
function Removed() {
  const [, navigate] = useLocation()
  const removed = useHistoryState<Partial<RemovedFact> | null>()?.removed
  const putBack = useMutation(
    orpc.retiredFacts.save.mutationOptions({
      onSuccess: ({ id }) => {
        const state: RestoredFact = { restoredId: id }
        navigate('/foundation/retired', { replace: true, state })
      },
    }),
  )
  return (
    <>
      <div className={layout.live} role="status">
        {removed && (
          <p className={layout.notice}>
            {words.isTrueAgainAndNo(removed.term)}
            <button
              type="button"
              className={layout.textButton}
              onClick={() => putBack.mutate({ id: null, rev: null, ...removed })}
            >
              {words.undo}
            </button>
          </p>
        )}
      </div>
      {putBack.isError && <ErrorNote error={putBack.error} />}
    </>
  )
}
