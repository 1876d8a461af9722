import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import type { Copy } from '../../../shared/contract/safety.ts'
import { client } from '../../api/client.ts'
import { useSwitchCompany } from '../../features/company/useSwitchCompany.ts'
import { useBringBackup } from '../../features/safety/useBringBackup.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { FullPage } from '../../ui/layout/FullPage.tsx'
import styles from './first-run.module.css'
import { words } from './words.ts'

/** The very first page: the owner's own company, or the sample to look around in. */
export function WelcomePage() {
  const [, navigate] = useLocation()
  const openSample = useSwitchCompany('sample')
  const queryClient = useQueryClient()
  const restore = useMutation({
    mutationFn: ({ id }: Copy) => client.safety.restore({ id }),
    onSuccess: () => queryClient.resetQueries(),
  })
  const bring = useBringBackup(restore.mutate)
  return (
    <FullPage title={words.keepYourAiWorkflowsOn} lead={words.twoHoursAMonthDraw}>
      <div className={styles.choices}>
        <section>
          <h2>{words.yourCompany}</h2>
          <p>{words.fiveShortQuestionsAboutTen}</p>
          <Button onClick={() => navigate('/set-up')}>{words.startMyCompany}</Button>
        </section>
        <section>
          <h2>{words.sampleCompany}</h2>
          <p>{words.threeWorkflowsWithMoreThan}</p>
          <Button variant="default" loading={openSample.isPending} onClick={() => openSample.mutate()}>
            {words.lookAroundTheSampleCompany}
          </Button>
        </section>
      </div>
      <div className={styles.bring}>{bring.button}</div>
      {bring.note}
      {restore.isError && <ErrorNote error={restore.error} />}
      {openSample.isError && <ErrorNote error={openSample.error} />}
      <p className={styles.promise}>{words.everythingStaysOnThisComputer}</p>
    </FullPage>
  )
}
