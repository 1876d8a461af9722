import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ActivityEntry } from '../../../shared/contract/reports/activity.ts'
import { formatNumber } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Dialog } from '../../ui/layout/Dialog.tsx'
import layout from '../../ui/layout/layout.module.css'
import shared from '../../ui/layout/shared.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { Table } from '../../ui/tables/Table.tsx'
import table from '../../ui/tables/table.module.css'
import styles from './activity.module.css'
import { words } from './words.ts'

const columns = [
  { heading: words.when, width: '184px' },
  { heading: words.what },
  { heading: words.before, width: '25%' },
  { heading: words.after, width: '25%' },
]

const moment = (instant: string) =>
  new Date(instant).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' })

/** Entries of the log, a row each; what was done opens the whole entry. */
export function ActivityTable({ entries }: { entries: readonly ActivityEntry[] }) {
  const [opened, open] = useState<ActivityEntry | null>(null)
  return (
    <>
      <Table label={words.activity} columns={columns}>
        <tbody className={styles.rows}>
          {entries.map((entry) => (
            <tr key={entry.seq}>
              <td>
                {moment(entry.at)}
                <small className={shared.under}>{entry.who}</small>
              </td>
              <td>
                <button type="button" className={table.opens} onClick={() => open(entry)}>
                  {entry.what}
                </button>
                <small className={shared.under}>{entry.about}</small>
              </td>
              <td className={styles.state}>{stateOf(entry, 'before')}</td>
              <td className={styles.state}>
                {entry.isHidden ? words.hidden : stateOf(entry, 'after')}
                {entry.more > 0 && (
                  <small className={shared.under}>{words.more(formatNumber(entry.more, 0, locale))}</small>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {opened && <EntryDialog entry={opened} onClose={() => open(null)} />}
    </>
  )
}

const stateOf = ({ differences }: ActivityEntry, side: 'before' | 'after') =>
  differences
    .filter((difference) => difference[side] !== '')
    .map((difference) => `${difference.field}: ${difference[side]}`)
    .join('\n')

function EntryDialog({ entry, onClose }: { entry: ActivityEntry; onClose: () => void }) {
  const { seq, who, at, what, about } = entry
  const whole = useQuery(orpc.activity.get.queryOptions({ input: { seq } }))
  return (
    <Dialog
      isWide
      title={what}
      onClose={onClose}
      actions={
        <Button variant="default" onClick={onClose}>
          {words.close}
        </Button>
      }
    >
      <p>{about}</p>
      <p className={layout.quiet}>
        {words.entry(formatNumber(seq, 0, locale))} · {words.by(who, moment(at))}
      </p>
      {whole.isPending && <Loading />}
      {whole.isError && <ErrorNote error={whole.error} />}
      {whole.data && <Differences entry={whole.data} />}
    </Dialog>
  )
}

function Differences({ entry: { differences, isHidden } }: { entry: ActivityEntry }) {
  if (differences.length === 0) return <p>{isHidden ? words.hidden : words.noDetails}</p>
  return (
    <section className={styles.long} aria-label={words.beforeAndAfter} tabIndex={-1}>
      <Table
        label={words.beforeAndAfter}
        columns={[
          { heading: words.field, width: '28%' },
          { heading: words.before },
          { heading: words.after },
        ]}
      >
        <tbody className={styles.rows}>
          {differences.map(({ field, before, after }) => (
            <tr key={field}>
              <td>{field}</td>
              <td className={styles.state}>
                {before || <span className={table.none}>{words.nothing}</span>}
              </td>
              <td className={styles.state}>{after || <span className={table.none}>{words.nothing}</span>}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  )
}
