import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { CompanyState } from '../../../shared/contract/company.ts'
import { measures } from '../../../shared/domain/figures/measures/index.ts'
import { formatDay, formatMonth } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import { ReviewDayField } from '../../parts/company/ReviewDayField.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Actions } from '../../ui/layout/Actions.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import { FullPage } from '../../ui/layout/FullPage.tsx'
import { locale } from '../../ui/lib/locale.ts'
import styles from './company.module.css'
import { words } from './words.ts'

type SetUpSummaryProps = {
  state: CompanyState
  /** Back into the steps of the workflow just set up; null where they are gone. */
  onBack: (() => void) | null
  onAnother: () => void
  onDone: () => void
}

/** The end of the set-up: what is there now, when the first review is due, and where to go on. */
export function SetUpSummary({ state, onBack, onAnother, onDone }: SetUpSummaryProps) {
  const workflows = useQuery(orpc.workflows.list.queryOptions())
  const home = useQuery(orpc.results.home.queryOptions())
  const session = home.data?.session
  return (
    <FullPage
      key="dates"
      eyebrow={words.step5Of5}
      title={words.readyForYourFirstReview}
      lead={
        session &&
        words.theReviewIsDueBy(formatMonth(session.month, locale), formatDay(session.dueOn, locale))
      }
    >
      <div className={styles.dates}>
        {workflows.isPending && <Loading />}
        {workflows.isError && <ErrorNote error={workflows.error} />}
        {workflows.data && (
          <Card>
            <ul className={styles.summary}>
              {workflows.data.map((workflow) => (
                <li key={workflow.id}>
                  <b>{workflow.name}</b>
                  <span>
                    {words.measuredByOutputsInA(measures[workflow.measure].name, workflow.sampleSize)}
                  </span>
                </li>
              ))}
            </ul>
          </Card>
        )}
        <ReviewDayField stored={state.preferences} />
        <Actions>
          <Button onClick={onDone}>{words.goToHome}</Button>
          <Button variant="default" onClick={onAnother}>
            {words.addAnotherWorkflow}
          </Button>
          {onBack && (
            <Button variant="default" onClick={onBack}>
              {words.back}
            </Button>
          )}
        </Actions>
      </div>
    </FullPage>
  )
}
