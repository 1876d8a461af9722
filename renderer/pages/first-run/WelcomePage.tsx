import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import type { Copy } from '../../../shared/contract/safety.ts'
import { client, orpc } from '../../api/client.ts'
import { useSwitchCompany } from '../../features/company/useSwitchCompany.ts'
import { momentOf } from '../../features/safety/moment-words.ts'
import { useBringBackup } from '../../features/safety/useBringBackup.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Note } from '../../ui/feedback/Note.tsx'
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
      <Found isGoing={restore.isPending} onOpen={restore.mutate} />
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

/** A company that was here, or whose copies lie where they are looked for, is offered by name before a new one. */
function Found({ isGoing, onOpen }: { isGoing: boolean; onOpen: (copy: Copy) => void }) {
  const copies = useQuery(orpc.safety.copies.queryOptions())
  return newestOfEach(copies.data ?? []).map((copy) => (
    <Note key={copy.id} tone="accent">
      <p>{words.aCopyIsIn(copy.contents?.company ?? '', momentOf(copy.at), copy.folder)}</p>
      <Button loading={isGoing} onClick={() => onOpen(copy)}>
        {words.openIt}
      </Button>
    </Note>
  ))
}

/** The newest copy of each company; copies come newest first. */
function newestOfEach(copies: readonly Copy[]): Copy[] {
  const names = new Set<string>()
  return copies.filter(({ contents }) => {
    if (!contents?.company || names.has(contents.company)) return false
    names.add(contents.company)
    return true
  })
}
