import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ModelTest } from '../../../../shared/contract/model-tests/test.ts'
import { orpc } from '../../../api/client.ts'
import { GoButton } from '../../../parts/tasks/GoButton.tsx'
import { ErrorNote } from '../../../ui/feedback/ErrorNote.tsx'
import { FullPage } from '../../../ui/layout/FullPage.tsx'
import { judgingQuery, testQuery } from '../queries.ts'
import { ruleWords, testPath } from '../test-words.ts'
import styles from './compare.module.css'
import { words } from './words.ts'

/** Before the first pair: what will be seen, the rule once more, and the start. */
export function StartComparing({ test }: { test: ModelTest }) {
  const queryClient = useQueryClient()
  const start = useMutation(
    orpc.modelTests.startJudging.mutationOptions({
      onSuccess: async (state) => {
        queryClient.setQueryData(judgingQuery(test.id).queryKey, state)
        await queryClient.invalidateQueries({ queryKey: testQuery(test.id).queryKey })
      },
    }),
  )
  return (
    <FullPage title={words.compareBlind}>
      <p>{words.youSeeTheTwoOutputs}</p>
      <ul className={styles.startRules} aria-label={words.yourRule2}>
        {test.workflows.map(({ workflowId, workflowName, rule }) => (
          <li key={workflowId}>
            <b>{workflowName}</b>
            {ruleWords(rule)}
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>{words.fromHereOnTheOutputs}</p>
      {start.isError && <ErrorNote error={start.error} />}
      <div className={styles.startActions}>
        <Button loading={start.isPending} onClick={() => start.mutate({ id: test.id })}>
          {words.startComparing}
        </Button>
        <GoButton path={testPath(test.id)} variant="default">
          {words.backToTheTaskList}
        </GoButton>
      </div>
    </FullPage>
  )
}
