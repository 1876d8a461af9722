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

type SetUpSummaryProps = { state: CompanyState; onAnother: () => void; onDone: () => void }

/** The end of the set-up: what is there now, when the first review is due, and where to go on. */
export function SetUpSummary({ state, onAnother, onDone }: SetUpSummaryProps) {
  const workflows = useQuery(orpc.workflows.list.queryOptions())
  const home = useQuery(orpc.results.home.queryOptions())
  const session = home.data?.session
  return (
    <FullPage
      key="dates"
      eyebrow="Step 5 of 5"
      title="Ready for your first review"
      lead={
        session && (
          <>
            The {formatMonth(session.month, locale)} review is due by {formatDay(session.dueOn, locale)}. It
            takes about two hours and can be done in parts.
          </>
        )
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
                    Measured by {measures[workflow.measure].name}, {workflow.sampleSize} outputs in a review
                  </span>
                </li>
              ))}
            </ul>
          </Card>
        )}
        <ReviewDayField stored={state.preferences} />
        <Actions>
          <Button onClick={onDone}>Go to Home</Button>
          <Button variant="default" onClick={onAnother}>
            Add another workflow
          </Button>
        </Actions>
      </div>
    </FullPage>
  )
}
