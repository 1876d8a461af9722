import { useQuery } from '@tanstack/react-query'
import { Link, Redirect, useParams } from 'wouter'
import type { ModelTest } from '../../../shared/contract/model-tests/test.ts'
import { formatDay } from '../../../shared/domain/format.ts'
import { resultQuery, testQuery } from '../../features/model-tests/queries.ts'
import { Decided } from '../../features/model-tests/result/Decided.tsx'
import { DecisionForm } from '../../features/model-tests/result/DecisionForm.tsx'
import { Examples } from '../../features/model-tests/result/Examples.tsx'
import { Reveal } from '../../features/model-tests/result/Reveal.tsx'
import styles from '../../features/model-tests/result/result.module.css'
import { WorkflowResult } from '../../features/model-tests/result/WorkflowResult.tsx'
import { testPath, workflowsOf } from '../../features/model-tests/test-words.ts'
import lists from '../../parts/tasks/lists.module.css'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { words } from './words.ts'

/** From the hidden names to the decision: the reveal, what came out, and what follows from it. */
export function ResultPage() {
  const id = Number(useParams<{ id: string }>().id)
  const test = useQuery(testQuery(id))
  const eyebrow = <Link href={testPath(id)}>{words.modelTest}</Link>
  if (test.isPending) return <Loading />
  if (!test.data) {
    return (
      <Page eyebrow={eyebrow} title={words.result}>
        <ErrorNote error={test.error} />
      </Page>
    )
  }
  switch (test.data.state) {
    case 'setting_up':
    case 'collecting':
      return <Redirect to={testPath(id)} replace />
    case 'judging':
      return (
        <Page eyebrow={eyebrow} title={words.revealAndDecide}>
          <Reveal test={test.data} />
        </Page>
      )
    default:
      return (
        <Page
          eyebrow={eyebrow}
          title={words.result2(workflowsOf(test.data))}
          aside={formatDay(test.data.heldOn, locale)}
        >
          <Result test={test.data} />
        </Page>
      )
  }
}

function Result({ test }: { test: ModelTest }) {
  const result = useQuery(resultQuery(test.id))
  if (result.isPending) return <Loading />
  if (!result.data) return <ErrorNote error={result.error} />
  const { results, pairs } = result.data
  return (
    <div className={styles.stack}>
      <p className={lists.lead}>{test.reason}</p>
      {test.state === 'decided' && <Decided test={test} />}
      {results.map((each) => (
        <WorkflowResult key={each.workflowId} result={each} test={test} />
      ))}
      <Examples pairs={pairs} test={test} />
      {test.state === 'revealed' && <DecisionForm test={test} results={results} />}
    </div>
  )
}
