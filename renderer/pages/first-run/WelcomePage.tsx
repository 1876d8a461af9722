import { Button } from '@mantine/core'
import { useLocation } from 'wouter'
import { useSwitchCompany } from '../../features/company/useSwitchCompany.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { FullPage } from '../../ui/layout/FullPage.tsx'
import styles from './first-run.module.css'

/** The very first page: the owner's own company, or the sample to look around in. */
export function WelcomePage() {
  const [, navigate] = useLocation()
  const openSample = useSwitchCompany('sample')
  return (
    <FullPage
      title="Keep your AI workflows on standard"
      lead="Two hours a month: draw ten outputs of each workflow at random, mark them, and see early when one needs an update."
    >
      <div className={styles.choices}>
        <section>
          <h2>Your company</h2>
          <p>Five short questions, about ten minutes. You can stop and come back at any point.</p>
          <Button onClick={() => navigate('/set-up')}>Start my company</Button>
        </section>
        <section>
          <h2>Sample company</h2>
          <p>Three workflows with more than a year of reviews. It stays apart from anything of yours.</p>
          <Button variant="default" loading={openSample.isPending} onClick={() => openSample.mutate()}>
            Look around the sample company
          </Button>
        </section>
      </div>
      {openSample.isError && <ErrorNote error={openSample.error} />}
      <p className={styles.promise}>Everything stays on this computer. Evenkeel sends nothing anywhere.</p>
    </FullPage>
  )
}
