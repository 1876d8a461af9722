import { useQuery } from '@tanstack/react-query'
import { Redirect, useParams } from 'wouter'
import type { ModelTest } from '../../../shared/contract/model-tests/test.ts'
import { CompareScreen } from '../../features/model-tests/compare/CompareScreen.tsx'
import { StartComparing } from '../../features/model-tests/compare/StartComparing.tsx'
import { companyQuery, judgingQuery, testQuery } from '../../features/model-tests/queries.ts'
import { testPath } from '../../features/model-tests/test-words.ts'
import { GoButton } from '../../parts/tasks/GoButton.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { FullPage } from '../../ui/layout/FullPage.tsx'
import { words } from './words.ts'

/** The blind comparison of a test, from its start to the last pair. */
export function ComparePage() {
  const id = Number(useParams<{ id: string }>().id)
  const test = useQuery(testQuery(id))
  if (test.isPending) return <Loading />
  if (!test.data) return <Failed error={test.error} />
  switch (test.data.state) {
    case 'setting_up':
      return <Redirect to={testPath(id)} replace />
    case 'collecting':
      return <StartComparing test={test.data} />
    case 'judging':
      return <Comparing test={test.data} />
    default:
      return <Redirect to={`${testPath(id)}/result`} replace />
  }
}

function Comparing({ test }: { test: ModelTest }) {
  const judging = useQuery(judgingQuery(test.id))
  const company = useQuery(companyQuery())
  const error = judging.error ?? company.error
  if (judging.data && company.data) {
    const { singleKeys } = company.data.preferences
    return <CompareScreen key={test.id} test={test} stored={judging.data} singleKeys={singleKeys} />
  }
  return error ? <Failed error={error} /> : <Loading />
}

function Failed({ error }: { error: unknown }) {
  return (
    <FullPage title={words.modelTest}>
      <ErrorNote error={error} />
      <div>
        <GoButton path="/reviews/model-tests">{words.modelTests}</GoButton>
      </div>
    </FullPage>
  )
}
