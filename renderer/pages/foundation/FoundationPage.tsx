import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useLocation } from 'wouter'
import { orpc } from '../../api/client.ts'
import styles from '../../features/foundation/foundation.module.css'
import { NewSectionDialog } from '../../features/foundation/NewSectionDialog.tsx'
import { NextReview } from '../../features/foundation/NextReview.tsx'
import { SearchHits } from '../../features/foundation/SearchHits.tsx'
import { SectionTable } from '../../features/foundation/SectionTable.tsx'
import { SaveFoundation, useSaveFoundation } from '../../parts/exports/SaveFoundation.tsx'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Actions } from '../../ui/layout/Actions.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import { FoundationTabs } from './FoundationTabs.tsx'
import { words } from './words.ts'

/** The facts, tone and rules the AI works from, section by section, and a search over every wording ever. */
export function FoundationPage() {
  const [, navigate] = useLocation()
  const [isAdding, setIsAdding] = useState(false)
  const [search, setSearch] = useState('')
  const searched = useDeferredValue(search.trim())
  const sections = useQuery(orpc.documents.list.queryOptions({ input: { workflowId: null } }))
  const save = useSaveFoundation()
  if (sections.isPending) return <Loading />
  const add = <Button onClick={() => setIsAdding(true)}>{words.addASection}</Button>
  const bringIn = (
    <Button variant="default" onClick={() => navigate('/foundation/import')}>
      {words.bringInADocument}
    </Button>
  )
  const isEmpty = sections.data?.length === 0
  return (
    <Page
      title={words.foundation}
      aside={<NextReview />}
      actions={
        isEmpty ? undefined : (
          <>
            <SaveFoundation save={save} />
            {bringIn}
            {add}
          </>
        )
      }
    >
      <FoundationTabs current="/foundation" />
      {save.isError && <ErrorNote error={save.error} />}
      {sections.isError && <ErrorNote error={sections.error} />}
      {isEmpty && (
        <EmptyState
          title={words.noSectionsYet}
          action={
            <Actions>
              <Button onClick={() => navigate('/foundation/import')}>{words.bringInADocument}</Button>
              <Button variant="default" onClick={() => setIsAdding(true)}>
                {words.addASection}
              </Button>
            </Actions>
          }
        >
          {words.theFoundationIsWhatYour}
        </EmptyState>
      )}
      {sections.data && !isEmpty && (
        <div className={styles.stack}>
          <search className={styles.search}>
            <TextInput
              type="search"
              label={words.searchEveryWordingAlsoEarlier}
              maxLength={200}
              value={search}
              onChange={(event) => setSearch(event.currentTarget.value)}
            />
          </search>
          {searched === '' ? (
            <Card>
              <SectionTable sections={sections.data} />
            </Card>
          ) : (
            <SearchHits search={searched} />
          )}
        </div>
      )}
      {isAdding && <NewSectionDialog onClose={() => setIsAdding(false)} />}
    </Page>
  )
}
