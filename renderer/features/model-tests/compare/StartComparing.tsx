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
    <FullPage title="Compare blind">
      <p>
        You see the two outputs of each input side by side and say which is better. Which of them is the
        candidate stays hidden, and its side changes by chance, until you reveal the names.
      </p>
      <ul className={styles.startRules} aria-label="Your rule">
        {test.workflows.map(({ workflowId, workflowName, rule }) => (
          <li key={workflowId}>
            <b>{workflowName}</b>
            {ruleWords(rule)}
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>From here on the outputs stay as they are.</p>
      {start.isError && <ErrorNote error={start.error} />}
      <div className={styles.startActions}>
        <Button loading={start.isPending} onClick={() => start.mutate({ id: test.id })}>
          Start comparing
        </Button>
        <GoButton path={testPath(test.id)} variant="default">
          Back to the task list
        </GoButton>
      </div>
    </FullPage>
  )
}
