import type { ChangeEffect, MeasuredChange } from '../../../shared/contract/changes.ts'
import { standingOf } from '../../../shared/domain/effects/standing.ts'
import { formatDay } from '../../../shared/domain/format.ts'
import { kindLabels } from '../../parts/changes/change-words.ts'
import layout from '../../ui/layout/layout.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { VerdictBadge } from '../../ui/marks/VerdictBadge.tsx'
import { RowLink } from '../../ui/tables/RowLink.tsx'
import { Table } from '../../ui/tables/Table.tsx'
import { BeforeAfter } from './BeforeAfter.tsx'
import { Certainty } from './Certainty.tsx'
import styles from './changes.module.css'
import { words } from './words.ts'

const columns = [
  { heading: words.no, width: '56px', className: styles.numberColumn },
  { heading: words.date, width: '150px' },
  { heading: words.what },
  { heading: words.kind, width: '104px' },
  { heading: words.workflow, width: '128px' },
  { heading: words.beforeAfter, width: '148px' },
  { heading: words.verdict, width: '160px' },
]

/** The log, newest first: one row for every workflow that a change is about. */
export function ChangeTable({ rows }: { rows: readonly MeasuredChange[] }) {
  return (
    <Table label={words.changes} columns={columns}>
      {rows.map((change) => (
        <Entry key={change.number} change={change} />
      ))}
    </Table>
  )
}

function Entry({ change }: { change: MeasuredChange }) {
  const [first, ...others] = change.effects
  const rowSpan = Math.max(1, change.effects.length)
  return (
    <tbody data-row>
      <tr>
        <td rowSpan={rowSpan} className={styles.numberColumn}>
          {change.number}
        </td>
        <td rowSpan={rowSpan} className={layout.noWrap}>
          {formatDay(change.onDate, locale)}
        </td>
        <th rowSpan={rowSpan} scope="row" className={styles.what}>
          <RowLink href={`/changes/${change.number}`}>{change.what}</RowLink>
        </th>
        <td rowSpan={rowSpan}>{kindLabels[change.kind]}</td>
        {first ? (
          <EffectCells effect={first} isJoined={others.length > 0} />
        ) : (
          <>
            <td>{change.workflowNames.join(', ')}</td>
            <td className={layout.quiet}>–</td>
            <td className={layout.quiet}>–</td>
          </>
        )}
      </tr>
      {others.map((effect, index) => (
        <tr key={effect.workflowId}>
          <EffectCells effect={effect} isJoined={index < others.length - 1} />
        </tr>
      ))}
    </tbody>
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
        <VerdictBadge verdict={standingOf(effect)} />
        <Certainty effect={effect} />
      </td>
    </>
  )
}
