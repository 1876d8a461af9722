import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { CompanyState } from '../../../shared/contract/company.ts'
import type { Copy } from '../../../shared/contract/safety.ts'
import { client, orpc } from '../../api/client.ts'
import { useSaveJob } from '../../parts/exports/use-save-job.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Note } from '../../ui/feedback/Note.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import { Dialog } from '../../ui/layout/Dialog.tsx'
import { Facts } from '../../ui/layout/Facts.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Section } from '../../ui/layout/Section.tsx'
import shared from '../../ui/layout/shared.module.css'
import { Progress } from '../../ui/marks/Progress.tsx'
import { CopyCard } from './CopyCard.tsx'
import { CopyTable } from './CopyTable.tsx'
import { capital, momentOf } from './moment-words.ts'
import styles from './safety.module.css'
import { useBringBackup } from './useBringBackup.tsx'
import { words } from './words.ts'

/** Backups: the last one, second copies, and going back to any of them. */
export function BackupSettings() {
  const state = useQuery(orpc.company.get.queryOptions())
  if (state.isPending) return <Loading />
  if (state.isError) return <ErrorNote error={state.error} />
  return (
    <div className={styles.sections}>
      <Section title={words.backups}>
        <Card>
          <Newest state={state.data} />
        </Card>
      </Section>
      <Section title={words.secondCopies}>
        <Card>
          <SecondCopies />
        </Card>
      </Section>
      <Section title={words.everything}>
        <Card>
          <Everything />
        </Card>
      </Section>
      {!state.data.isSample && <GoBack />}
    </div>
  )
}

function Newest({ state: { dataFolder, lastBackupAt, troubles } }: { state: CompanyState }) {
  const backUp = useMutation(orpc.company.backUp.mutationOptions())
  return (
    <div className={styles.fields}>
      {troubles.map((trouble) => (
        <Note key={trouble} tone="watch">
          <p>{trouble}</p>
        </Note>
      ))}
      <Facts
        facts={[
          [words.lastCheckedBackup, lastBackupAt === null ? words.noneYet : capital(momentOf(lastBackupAt))],
          [words.dataFolder, dataFolder],
        ]}
      />
      <p className={layout.quiet}>{words.whatABackupIs}</p>
      <div className={shared.line}>
        <Button variant="default" loading={backUp.isPending} onClick={() => backUp.mutate(undefined)}>
          {words.backUpNow}
        </Button>
        <Button variant="subtle" onClick={() => void client.safety.openFolder()}>
          {words.openTheFolder}
        </Button>
        <span className={layout.saved} role="status">
          {backUp.isSuccess && words.backedUpAndChecked}
        </span>
      </div>
      {backUp.isError && <ErrorNote error={backUp.error} />}
    </div>
  )
}

/** The whole company in one file that other programs can read as well. */
function Everything() {
  const save = useSaveJob(() => client.exports.everything())
  return (
    <div className={styles.fields}>
      <p className={layout.quiet}>{words.everythingExplained}</p>
      {save.progress && (
        <Progress label={words.written} max={save.progress.total} value={save.progress.done} />
      )}
      <div className={shared.line}>
        <Button variant="default" loading={save.isBusy} onClick={() => save.start(undefined)}>
          {words.saveEverything}
        </Button>
        {save.cancel && (
          <Button variant="subtle" onClick={save.cancel}>
            {words.stopSecondCopies}
          </Button>
        )}
        <span className={layout.saved} role="status">
          {save.savedAs !== null && words.savedAs(save.savedAs)}
        </span>
      </div>
      {save.error && <ErrorNote error={save.error} />}
    </div>
  )
}

function SecondCopies() {
  const second = useQuery(orpc.safety.second.queryOptions())
  const [typed, type] = useState<string | null>(null)
  const choose = useMutation(orpc.safety.chooseSecond.mutationOptions())
  if (!second.data) return <Loading />
  const { folder, suggestion } = second.data
  return (
    <form
      className={styles.fields}
      onSubmit={(event) => {
        event.preventDefault()
        choose.mutate({ folder: typed ?? folder ?? suggestion })
      }}
    >
      <p className={layout.quiet}>{words.secondCopiesExplained}</p>
      <TextInput
        label={words.folder}
        value={typed ?? folder ?? suggestion ?? ''}
        onChange={({ currentTarget }) => type(currentTarget.value)}
      />
      <div className={shared.line}>
        <Button type="submit" variant="default" loading={choose.isPending}>
          {words.keepSecondCopies}
        </Button>
        {folder !== null && (
          <Button variant="subtle" onClick={() => choose.mutate({ folder: null })}>
            {words.stopSecondCopies}
          </Button>
        )}
      </div>
      {choose.isError && <ErrorNote error={choose.error} />}
    </form>
  )
}

const shownAtFirst = 10

function GoBack() {
  const copies = useQuery(orpc.safety.copies.queryOptions())
  const [chosen, choose] = useState<Copy | null>(null)
  const [isAllShown, showAll] = useState(false)
  const bring = useBringBackup(choose)
  const all = copies.data ?? []
  const shown = isAllShown ? all : all.slice(0, shownAtFirst)
  return (
    <Section title={words.goBack}>
      <Card>
        <div className={styles.fields}>
          <p className={layout.quiet}>{words.goBackExplained}</p>
          {shown.length > 0 && <CopyTable heading={words.backups} copies={shown} onChoose={choose} />}
          <div className={shared.line}>
            {all.length > shown.length && (
              <Button variant="subtle" onClick={() => showAll(true)}>
                {words.allCopies(all.length)}
              </Button>
            )}
            {bring.button}
          </div>
          {bring.note}
          {copies.isError && <ErrorNote error={copies.error} />}
        </div>
      </Card>
      {chosen && <Question copy={chosen} onClose={() => choose(null)} />}
    </Section>
  )
}

function Question({ copy, onClose }: { copy: Copy; onClose: () => void }) {
  const queryClient = useQueryClient()
  const [, navigate] = useLocation()
  const restore = useMutation({
    mutationFn: () => client.safety.restore({ id: copy.id }),
    onSuccess: async () => {
      navigate('/')
      await queryClient.resetQueries()
    },
    // Where the copy did not open either, none is open now.
    onError: () => queryClient.invalidateQueries({ queryKey: orpc.company.key() }),
  })
  return (
    <Dialog
      isWide
      title={words.goBackTo(momentOf(copy.at))}
      onClose={onClose}
      actions={
        <Button variant="subtle" onClick={onClose}>
          {words.cancel}
        </Button>
      }
    >
      <CopyCard
        copy={copy}
        isNewest={false}
        hasSecondCopy={false}
        isGoing={restore.isPending}
        onGo={() => restore.mutate()}
      />
      {restore.isError && <ErrorNote error={restore.error} />}
    </Dialog>
  )
}
