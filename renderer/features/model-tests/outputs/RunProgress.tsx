import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ModelTest } from '../../../../shared/contract/model-tests/test.ts'
import { orpc } from '../../../api/client.ts'
import { ErrorNote } from '../../../ui/feedback/ErrorNote.tsx'
import { Note } from '../../../ui/feedback/Note.tsx'
import { Actions } from '../../../ui/layout/Actions.tsx'
import layout from '../../../ui/layout/layout.module.css'
import { locale } from '../../../ui/lib/locale.ts'
import { Progress } from '../../../ui/marks/Progress.tsx'
import styles from './outputs.module.css'
import { progressWords, usedWords } from './outputs-words.ts'
import { words } from './words.ts'

/** How far fetching is, with the ways to hold it; nothing before it was first started. */
export function RunProgress({ test: { id, run } }: { test: ModelTest }) {
  const pause = useMutation(orpc.modelTests.pauseRun.mutationOptions())
  const cancel = useMutation(orpc.modelTests.cancelRun.mutationOptions())
  const error = pause.error ?? cancel.error
  if (run.state === 'idle' && run.message === null && run.done === 0) return null
  return (
    <section className={styles.run} aria-labelledby="fetching">
      <div className={layout.sectionHead}>
        <h2 id="fetching" className={styles.smallHeading}>
          {stateWords[run.state]}
        </h2>
        <Actions>
          {run.state === 'running' && (
            <Button variant="default" loading={pause.isPending} onClick={() => pause.mutate({ id })}>
              {words.pause}
            </Button>
          )}
          {(run.state === 'running' || run.state === 'paused') && (
            <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate({ id })}>
              {words.cancel}
            </Button>
          )}
        </Actions>
      </div>
      <Progress value={run.done} max={Math.max(run.total, 1)} label={words.outputsFetched} />
      <p className={styles.runFacts}>
        <span role="status">{progressWords(run, locale)}</span>
        <span>{usedWords(run, locale)}</span>
      </p>
      {run.message !== null && <Note tone="watch">{run.message}</Note>}
      {error !== null && <ErrorNote error={error} />}
    </section>
  )
}

const stateWords: Readonly<Record<ModelTest['run']['state'], string>> = {
  idle: words.fetched,
  running: words.fetching,
  paused: words.paused,
  stopped: words.stopped,
}
