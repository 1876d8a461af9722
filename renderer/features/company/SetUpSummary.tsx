import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { CompanyState } from '../../../shared/contract/company.ts'
import { measures } from '../../../shared/domain/figures/measures/index.ts'
import { formatDay, formatMonth } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import styles from '../../parts/company/company.module.css'
import { ReviewDayField } from '../../parts/company/ReviewDayField.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { FullPage } from '../../ui/layout/FullPage.tsx'
import { locale } from '../../ui/lib/locale.ts'

type SetUpSummaryProps = { state: CompanyState; onAnother: () => void; onDone: () => void }

/** The end of the set-up: what is there now, when the first review is due, and where to go on. */
export function SetUpSummary({ state, onAnother, onDone }: SetUpSummaryProps) {
  const workflows = useQuery(orpc.workflows.list.queryOptions())
  const home = useQuery(orpc.results.home.queryOptions())
  const session = home.data?.session
  return (
    <FullPage key="dates" eyebrow="Step 5 of 5" title="Ready for your first review">
      {session && (
        <p className={styles.lead}>
          The {formatMonth(session.month, locale)} review is due by {formatDay(session.dueOn, locale)}. It
          takes about two hours and can be done in parts.
        </p>
      )}
      <div className={styles.dates}>
        {workflows.isPending && <Loading />}
        {workflows.isError && <ErrorNote error={workflows.error} />}
        {workflows.data && (
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
        )}
        <ReviewDayField stored={state.preferences} />
        <div className={styles.actions}>
          <Button onClick={onDone}>Go to Home</Button>
          <Button variant="default" onClick={onAnother}>
            Add another workflow
          </Button>
        </div>
      </div>
    </FullPage>
  )
}
