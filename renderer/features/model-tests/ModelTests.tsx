import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { ModelTest } from '../../../shared/contract/model-tests/test.ts'
import { formatDay } from '../../../shared/domain/format.ts'
import { GoButton } from '../../parts/tasks/GoButton.tsx'
import lists from '../../parts/tasks/lists.module.css'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import { classNames } from '../../ui/lib/class-names.ts'
import { locale } from '../../ui/lib/locale.ts'
import { ModelsInUse } from './ModelsInUse.tsx'
import styles from './model-tests.module.css'
import { testsQuery } from './queries.ts'
import { namesOf, standWords, stateLabels, testPath, workflowsOf } from './test-words.ts'
import { words } from './words.ts'

/** Every model test, newest first, and the way to a new one. */
export function ModelTests() {
  const tests = useQuery(testsQuery())
  if (tests.isPending) return <Loading />
  if (tests.isError) return <ErrorNote error={tests.error} />
  if (tests.data.length === 0) {
    return (
      <div className={styles.stack}>
        <EmptyState
          title={words.modelTestsWillStandHere}
          action={<GoButton path={testPath('new')}>{words.newModelTest}</GoButton>}
        >
          {words.beforeYouSwitchToAnother}
        </EmptyState>
        <ModelsInUse />
      </div>
    )
  }
  return (
    <div className={styles.stack}>
      <div className={styles.listHead}>
        <p className={styles.quiet}>{words.currentAgainstNewOnThe}</p>
        <GoButton path={testPath('new')}>{words.newModelTest}</GoButton>
      </div>
      <Card className={lists.list}>
        <ul className={lists.rows}>
          {tests.data.map((test) => (
            <TestRow key={test.id} test={test} />
          ))}
        </ul>
      </Card>
      <ModelsInUse />
    </div>
  )
}

function TestRow({ test }: { test: ModelTest }) {
  const names = namesOf(test)
  const isDecided = test.state === 'decided'
  return (
    <li>
      <Link href={testPath(test.id)} className={classNames(lists.row, styles.testRow)}>
        <span>
          <span className={lists.title}>{workflowsOf(test)}</span>
          <span className={styles.day}>{formatDay(test.heldOn, locale)}</span>
        </span>
        <span className={styles.what}>
          {names !== '' && <span className={styles.names}>{names}</span>}
          <span className={styles.quiet}>{standWords(test, locale)}</span>
        </span>
        <span className={lists.state} data-state={isDecided ? 'completed' : 'in_progress'}>
          {stateLabels[test.state]}
        </span>
      </Link>
    </li>
  )
}
