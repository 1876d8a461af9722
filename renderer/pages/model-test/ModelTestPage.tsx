import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'wouter'
import type { ModelTest } from '../../../shared/contract/model-tests/test.ts'
import { formatDay, formatMinutes } from '../../../shared/domain/format.ts'
import styles from '../../features/model-tests/model-tests.module.css'
import { testQuery } from '../../features/model-tests/queries.ts'
import { DiscardTest } from '../../features/model-tests/set-up/DiscardTest.tsx'
import { goWords, nextTask, type TestTask, tasksOf } from '../../features/model-tests/tasks.ts'
import { listPath, namesOf, ruleWords, testPath, workflowsOf } from '../../features/model-tests/test-words.ts'
import { GoButton } from '../../parts/tasks/GoButton.tsx'
import lists from '../../parts/tasks/lists.module.css'
import { TaskStateWords } from '../../parts/tasks/TaskStateWords.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import shared from '../../ui/layout/shared.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { words } from './words.ts'

const eyebrow = <Link href={listPath}>{words.modelTests}</Link>

/** The task list of a test: its four steps, and how far each is. */
export function ModelTestPage() {
  const id = Number(useParams<{ id: string }>().id)
  const test = useQuery(testQuery(id))
  if (test.isPending) return <Loading />
  if (!test.data) {
    return (
      <Page eyebrow={eyebrow} title={words.modelTest}>
        <ErrorNote error={test.error} />
      </Page>
    )
  }
  return <TaskList test={test.data} />
}

function TaskList({ test }: { test: ModelTest }) {
  const tasks = tasksOf(test, locale)
  const next = nextTask(tasks)
  const { state, reason, workflows, secondsUsed, heldOn } = test
  return (
    <Page
      eyebrow={eyebrow}
      title={words.modelTest2(workflowsOf(test))}
      actions={
        <>
          {(state === 'setting_up' || state === 'collecting') && <DiscardTest id={test.id} />}
          {next ? (
            <GoButton path={next.path}>{goWords(next)}</GoButton>
          ) : (
            <GoButton path={`${testPath(test.id)}/result`}>{words.seeTheResult}</GoButton>
          )}
        </>
      }
    >
      <p className={lists.lead}>
        {[formatDay(heldOn, locale), namesOf(test), reason].filter(Boolean).join(' · ')}
        {secondsUsed >= 60 && `. ${formatMinutes(secondsUsed / 60)} used.`}
      </p>
      <Card className={lists.list}>
        <ol className={lists.rows}>
          {tasks.map((task) => (
            <Task key={task.title} task={task} />
          ))}
        </ol>
      </Card>
      {test.lockedAt !== null && (
        <section className={styles.rules} aria-labelledby="rules">
          <h2 id="rules">{words.theRuleYouAgreed}</h2>
          <ul className={shared.lines}>
            {workflows.map(({ workflowId, workflowName, rule }) => (
              <li key={workflowId}>
                <b>{workflowName}</b>: {ruleWords(rule)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  )
}

function Task({ task }: { task: TestTask }) {
  const row = (
    <>
      <span className={lists.title}>{task.title}</span>
      <span className={lists.detail}>{task.detail}</span>
      <TaskStateWords state={task.state} />
    </>
  )
  return (
    <li>
      {task.state === 'cannot_start' ? (
        <div className={styles.closedRow}>{row}</div>
      ) : (
        <Link href={task.path} className={lists.row}>
          {row}
        </Link>
      )}
    </li>
  )
}
