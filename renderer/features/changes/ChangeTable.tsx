import { Fragment, useState } from 'react'
import type { Change } from '../../../shared/contract/changes.ts'
import { formatDay } from '../../../shared/domain/format.ts'
import { locale } from '../../ui/locale.ts'
import { Table } from '../../ui/Table.tsx'
import styles from './changes.module.css'
import { kindLabels } from './words.ts'

/** The log, newest first; a row opens to its wording before and after. */
export function ChangeTable({ rows }: { rows: readonly Change[] }) {
  const [opened, setOpened] = useState<number | null>(null)
  return (
    <Table label="Changes">
      <thead>
        <tr>
          <th scope="col" className={styles.numberColumn}>
            No.
          </th>
          <th scope="col">Date</th>
          <th scope="col">What</th>
          <th scope="col">Workflow</th>
          <th scope="col">Kind</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((change) => (
          <Fragment key={change.number}>
            <Row
              change={change}
              isOpen={opened === change.number}
              onToggle={() => setOpened(opened === change.number ? null : change.number)}
            />
            {opened === change.number && (
              <tr id={`change-${change.number}`}>
                <td />
                <td colSpan={5}>
                  <Detail change={change} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </Table>
  )
}

function Row({ change, isOpen, onToggle }: { change: Change; isOpen: boolean; onToggle: () => void }) {
  return (
    <tr data-open={isOpen || undefined}>
      <td className={styles.numberColumn}>{change.number}</td>
      <td className={styles.noWrap}>{formatDay(change.onDate, locale)}</td>
      <th scope="row">
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          aria-controls={isOpen ? `change-${change.number}` : undefined}
          onClick={onToggle}
        >
          {change.what}
        </button>
      </th>
      <td>{change.workflowNames.join(', ')}</td>
      <td className={styles.noWrap}>{kindLabels[change.kind]}</td>
      <td className={styles.why}>{change.why}</td>
    </tr>
  )
}

function Detail({ change }: { change: Change }) {
  const hasWording = change.from !== '' || change.to !== ''
  return (
    <div className={styles.detail}>
      <p>{change.why}</p>
      {hasWording && (
        <div className={styles.wordings}>
          <Wording title="Before" text={change.from} />
          <Wording title="After" text={change.to} />
        </div>
      )}
      <p className={styles.quiet}>
        {change.isAutomatic ? 'Written by Evenkeel' : 'Written'} on{' '}
        {formatDay(change.recordedAt.slice(0, 10), locale)}
        {hasWording ? '.' : '; no wording was kept.'}
      </p>
    </div>
  )
}

function Wording({ title, text }: { title: string; text: string }) {
  return (
    <section>
      <h2>{title}</h2>
      {text === '' ? (
        <p className={styles.quiet}>Not written down</p>
      ) : (
        <p className={styles.wording}>{text}</p>
      )}
    </section>
  )
}
