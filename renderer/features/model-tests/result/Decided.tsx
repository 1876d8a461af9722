import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Fragment } from 'react'
import { Link, useLocation } from 'wouter'
import type { ModelTest } from '../../../../shared/contract/model-tests/test.ts'
import { client, orpc } from '../../../api/client.ts'
import { saveFile } from '../../../api/download.ts'
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
  const workbook = useSaveRecord(test.id)
  const copy = useMutation(
    orpc.modelTests.copy.mutationOptions({ onSuccess: ({ id }) => navigate(testPath(id)) }),
  )
  const error = workbook.error ?? copy.error
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
          <Button variant="default" loading={workbook.isPending} onClick={() => workbook.mutate()}>
            {words.saveAsWorkbook}
          </Button>
          <Button variant="default" loading={copy.isPending} onClick={() => copy.mutate({ id: test.id })}>
            {words.newTestWithTheSame}
          </Button>
          <span role="status" className={styles.quiet}>
            {workbook.isSuccess && words.savedAs(workbook.data)}
          </span>
        </Actions>
      </Card>
    </section>
  )
}

/** Makes the decision record as a workbook and saves it; its data is the name it was saved under. */
export function useSaveRecord(id: number) {
  return useMutation({
    mutationFn: async () => {
      const file = await client.modelTests.record({ id })
      await saveFile(file.fileId, file.name)
      return file.name
    },
  })
}
