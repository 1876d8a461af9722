import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import type { ModelTest } from '../../../../shared/contract/model-tests/test.ts'
import { orpc } from '../../../api/client.ts'
import { ErrorNote } from '../../../ui/feedback/ErrorNote.tsx'
import { Note } from '../../../ui/feedback/Note.tsx'
import { Dialog } from '../../../ui/layout/Dialog.tsx'
import { locale } from '../../../ui/lib/locale.ts'
import { testPath } from '../test-words.ts'
import styles from './set-up.module.css'
import { frozenInputs, ruleSentence, sameFetchWords } from './set-up-words.ts'
import { words } from './words.ts'

/** What agreeing means, before it is done. */
export function LockDialog({ test, onClose }: { test: ModelTest; onClose: () => void }) {
  const [, navigate] = useLocation()
  const lock = useMutation(
    orpc.modelTests.lock.mutationOptions({ onSuccess: () => navigate(`${testPath(test.id)}/outputs`) }),
  )
  const same = sameFetchWords(test.workflows)
  const rules = [...new Set(test.workflows.map(({ rule }) => ruleSentence(rule)))]
  return (
    <Dialog
      title={words.agreeTheRuleAndLock}
      onClose={onClose}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button loading={lock.isPending} onClick={() => lock.mutate({ id: test.id })}>
            {words.agreeAndLock}
          </Button>
        </>
      }
    >
      <p>{words.fromNowOnTheseStay}</p>
      <ul className={styles.frozen}>
        {rules.map((rule) => (
          <li key={rule}>{words.theRule(rule)}</li>
        ))}
        <li>{words.bothSidesNamesModelsAnd}</li>
        <li>{words.aCopyOf(frozenInputs(test.workflows, locale))}</li>
      </ul>
      {same && <Note tone="watch">{same}</Note>}
      <p>{words.toChangeAnyOfIt}</p>
      {lock.isError && <ErrorNote error={lock.error} />}
    </Dialog>
  )
}
