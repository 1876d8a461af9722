import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BinEntry } from '../../../shared/contract/safety.ts'
import { binDays, binKinds } from '../../../shared/domain/bin-words.ts'
import { formatDay } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Note } from '../../ui/feedback/Note.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import { FormDialog } from '../../ui/layout/FormDialog.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Section } from '../../ui/layout/Section.tsx'
import shared from '../../ui/layout/shared.module.css'
import { count } from '../../ui/lib/count.ts'
import { locale } from '../../ui/lib/locale.ts'
import { dayOfMoment } from '../../ui/lib/moments.ts'
import { Table } from '../../ui/tables/Table.tsx'
import styles from './bin.module.css'
import { words } from './words.ts'

const columns = [
  { heading: words.what },
  { heading: words.deleted, width: '200px' },
  { heading: words.canBeGoneFrom, width: '150px' },
  { heading: words.whatYouCanDo, width: '130px', isUnseen: true },
]

/** What was deleted in the last 30 days, and the way back for each. */
export function BinList() {
  const entries = useQuery(orpc.bin.list.queryOptions())
  const [back, setBack] = useState<string | null>(null)
  const [isEmptying, setEmptying] = useState(false)
  if (entries.isPending) return <Loading />
  if (entries.isError) return <ErrorNote error={entries.error} />
  return (
    <Section title={words.bin}>
      <div className={styles.stack}>
        {back !== null && (
          <Note tone="good" role="status">
            <p>{words.isBack(back)}</p>
          </Note>
        )}
        {entries.data.length === 0 ? (
          <EmptyState title={words.nothingIsInTheBin}>{words.whatTheBinIs(binDays)}</EmptyState>
        ) : (
          <>
            <p className={layout.quiet}>{words.whatTheBinIs(binDays)}</p>
            <Entries entries={entries.data} onBack={setBack} />
            <div className={shared.line}>
              <Button variant="default" onClick={() => setEmptying(true)}>
                {words.emptyTheBin}
              </Button>
            </div>
          </>
        )}
        {isEmptying && <EmptyDialog size={entries.data.length} onClose={() => setEmptying(false)} />}
      </div>
    </Section>
  )
}

type EntriesProps = { entries: readonly BinEntry[]; onBack: (name: string) => void }

function Entries({ entries, onBack }: EntriesProps) {
  const putBack = useMutation(orpc.bin.putBack.mutationOptions())
  return (
    <>
      {putBack.isError && <ErrorNote error={putBack.error} />}
      <Card>
        <Table
          label={words.bin}
          columns={columns}
          end={words.newestFirst(count(entries.length, 'entry', locale, 'entries'))}
        >
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.id}>
                <td>
                  {entry.name}
                  <small className={shared.under}>{whatOf(entry)}</small>
                </td>
                <td>
                  {formatDay(dayOfMoment(entry.deletedAt), locale)}
                  <small className={shared.under}>{entry.deletedBy || words.owner}</small>
                </td>
                <td>{formatDay(entry.leavesOn, locale)}</td>
                <td data-number>
                  <Button
                    variant="default"
                    aria-label={words.putBackNamed(entry.name)}
                    disabled={putBack.isPending}
                    onClick={() => putBack.mutate({ id: entry.id }, { onSuccess: () => onBack(entry.name) })}
                  >
                    {words.putBack}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Card>
    </>
  )
}

const whatOf = ({ kind, contents }: BinEntry) =>
  contents === '' ? binKinds[kind] : `${binKinds[kind]}: ${contents}`

function EmptyDialog({ size, onClose }: { size: number; onClose: () => void }) {
  const empty = useMutation(orpc.bin.empty.mutationOptions({ onSuccess: onClose }))
  return (
    <FormDialog
      title={words.emptyItNow}
      submitLabel={words.emptyIt}
      isBusy={empty.isPending}
      error={empty.error}
      onClose={onClose}
      onSubmit={() => empty.mutate(undefined)}
    >
      <p>{words.aBackupIsMade(count(size, 'entry', locale, 'entries'))}</p>
    </FormDialog>
  )
}
