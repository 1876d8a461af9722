import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Fragment } from 'react'
import { Link, useLocation } from 'wouter'
import type { ModelTest } from '../../../../shared/contract/model-tests/test.ts'
import { orpc } from '../../../api/client.ts'
import { SaveList, useSaveList } from '../../../parts/exports/SaveList.tsx'
import { GoButton } from '../../../parts/tasks/GoButton.tsx'
import { ErrorNote } from '../../../ui/feedback/ErrorNote.tsx'
import { Actions } from '../../../ui/layout/Actions.tsx'
import { Card } from '../../../ui/layout/Card.tsx'
import shared from '../../../ui/layout/shared.module.css'
import { locale } from '../../../ui/lib/locale.ts'
import { decidedSentence, testPath } from '../test-words.ts'
import styles from './result.module.css'
import { words } from './words.ts'

/** What was recorded, what happens next, and the record to keep. */
export function Decided({ test }: { test: ModelTest }) {
  const [, navigate] = useLocation()
  const save = useSaveList({ kind: 'model_test', id: test.id })
  const copy = useMutation(
    orpc.modelTests.copy.mutationOptions({ onSuccess: ({ id }) => navigate(testPath(id)) }),
  )
  const error = save.error ?? copy.error
  const { changeNumbers, why } = test
  return (
    <section aria-labelledby="decided">
      <Card className={styles.decided}>
        <h2 id="decided">{decidedSentence(test, locale)}</h2>
        <p className={styles.why}>{why}</p>
        {changeNumbers.length > 0 && (
          <ul className={shared.lines}>
            <li>
              {words.recordedAs}
              {changeNumbers.map((number, index) => (
                <Fragment key={number}>
                  {index > 0 && ', '}
                  <Link href={`/changes/${number}`}>{words.change(number)}</Link>
                </Fragment>
              ))}
              {words.ifItTurnsOutWorse}
            </li>
            <li>{words.checkAfterTheNextReview}</li>
            <li>{words.yourAiToolDoesntChange}</li>
          </ul>
        )}
        {error && <ErrorNote error={error} />}
        <Actions>
          <GoButton path={`${testPath(test.id)}/record`} variant="default">
            {words.openTheRecord}
          </GoButton>
          <SaveList save={save} excelLabel={words.saveAsWorkbook} />
          <Button variant="default" loading={copy.isPending} onClick={() => copy.mutate({ id: test.id })}>
            {words.newTestWithTheSame}
          </Button>
        </Actions>
      </Card>
    </section>
  )
}
