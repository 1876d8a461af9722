import { Link } from 'wouter'
import type { ChangeEffect, MeasuredChange } from '../../../shared/contract/changes.ts'
import { isSharedEffect } from '../../../shared/domain/figures/change-sentences.ts'
import { formatDay } from '../../../shared/domain/format.ts'
import { kindLabels } from '../../parts/changes/change-words.ts'
import styles from '../../parts/changes/changes.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { VerdictBadge } from '../../ui/marks/VerdictBadge.tsx'
import { Table } from '../../ui/tables/Table.tsx'
import { BeforeAfter } from './BeforeAfter.tsx'

/** The log, newest first: one row for every workflow that a change is about. */
export function ChangeTable({ rows }: { rows: readonly MeasuredChange[] }) {
  return (
    <Table label="Changes">
      <thead>
        <tr>
          <th scope="col" className={styles.numberColumn}>
            No.
          </th>
          <th scope="col">Date</th>
          <th scope="col">What</th>
          <th scope="col">Kind</th>
          <th scope="col">Workflow</th>
          <th scope="col">Before → after</th>
          <th scope="col">Verdict</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((change, index) => (
          <Entry key={change.number} change={change} isLast={index === rows.length - 1} />
        ))}
      </tbody>
    </Table>
  )
}

function Entry({ change, isLast }: { change: MeasuredChange; isLast: boolean }) {
  const [first, ...others] = change.effects
  const rowSpan = Math.max(1, change.effects.length)
  return (
    <>
      <tr data-last={isLast || undefined}>
        <td rowSpan={rowSpan} className={styles.numberColumn}>
          {change.number}
        </td>
        <td rowSpan={rowSpan} className={styles.noWrap}>
          {formatDay(change.onDate, locale)}
        </td>
        <th rowSpan={rowSpan} scope="row" className={styles.what}>
          <Link href={`/changes/${change.number}`} className={styles.rowLink}>
            {change.what}
          </Link>
        </th>
        <td rowSpan={rowSpan}>{kindLabels[change.kind]}</td>
        {first ? (
          <EffectCells effect={first} isJoined={others.length > 0} />
        ) : (
          <>
            <td>{change.workflowNames.join(', ')}</td>
            <td className={styles.quiet}>–</td>
            <td className={styles.quiet}>–</td>
          </>
        )}
      </tr>
      {others.map((effect, index) => (
        <tr key={effect.workflowId} data-last={isLast || undefined}>
          <EffectCells effect={effect} isJoined={index < others.length - 1} />
        </tr>
      ))}
    </>
  )
}

/** `isJoined` when another workflow of the same change stands below. */
function EffectCells({ effect, isJoined }: { effect: ChangeEffect; isJoined: boolean }) {
  const className = isJoined ? styles.joined : undefined
  return (
    <>
      <td className={className}>{effect.workflowName}</td>
      <td className={className}>
        <BeforeAfter effect={effect} />
      </td>
      <td className={className}>
        <VerdictBadge verdict={effect.verdict} />
        {isSharedEffect(effect) && <small className={styles.line}>Shared effect</small>}
      </td>
    </>
  )
}
