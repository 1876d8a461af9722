import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ModelTest } from '../../../../shared/contract/model-tests/test.ts'
import { orpc } from '../../../api/client.ts'
import { GoButton } from '../../../parts/tasks/GoButton.tsx'
import { ErrorNote } from '../../../ui/feedback/ErrorNote.tsx'
import { Actions } from '../../../ui/layout/Actions.tsx'
import shared from '../../../ui/layout/shared.module.css'
import { testQuery } from '../queries.ts'
import { beforeRevealWords, testPath } from '../test-words.ts'
import styles from './result.module.css'
import { words } from './words.ts'

/** The last moment without names: what stays unjudged, and the one button that shows them. */
export function Reveal({ test }: { test: ModelTest }) {
  const queryClient = useQueryClient()
  const reveal = useMutation(
    orpc.modelTests.reveal.mutationOptions({
      onSuccess: (revealed) => queryClient.setQueryData(testQuery(test.id).queryKey, revealed),
    }),
  )
  const isOpen = test.judged < test.pairs
  return (
    <section className={styles.reveal} aria-label={words.beforeTheReveal}>
      <p className={shared.lead}>{beforeRevealWords(test)}</p>
      <p>{words.onceTheNamesAreShown}</p>
      {reveal.isError && <ErrorNote error={reveal.error} />}
      <Actions>
        <Button loading={reveal.isPending} onClick={() => reveal.mutate({ id: test.id })}>
          {words.revealTheNames}
        </Button>
        <GoButton path={`${testPath(test.id)}/compare`} variant="default">
          {isOpen ? words.goOnComparing : words.backToThePairs}
        </GoButton>
      </Actions>
    </section>
  )
}
