import type { ChangeEffect, EffectContext } from '../../../shared/contract/changes.ts'
import { stageLabels } from '../../../shared/domain/effects/standing.ts'
import {
  formatNumber,
  formatRange,
  formatShare,
  formatShortDay,
  formatWholeShare,
} from '../../../shared/domain/format.ts'
import { nearMonth } from '../../../shared/domain/time/month-words.ts'
import { locale } from '../../ui/lib/locale.ts'
import { VerdictBadge } from '../../ui/marks/VerdictBadge.tsx'
import { Table } from '../../ui/tables/Table.tsx'
import styles from './effects.module.css'
import { words } from './words.ts'

type Look = ChangeEffect['looks'][number]
type Lines = EffectContext['lines']
type LookTableProps = { effect: ChangeEffect; lines: Lines; today: string }

/** Both sides on one scale: before, and every look at what came after, the newest in bold. */
export function LookTable({ effect, lines, today }: LookTableProps) {
  const { looks, workflowName } = effect
  const newest = looks.at(-1)
  if (!newest) return null
  const scale = { lines, top: topOf(looks) }
  const columns = [
    { heading: workflowName, width: '176px' },
    { heading: words.written, width: '168px' },
    { heading: words.outputs, width: '72px', isNumber: true },
    { heading: words.range, under: lines ? lineWords(lines) : '' },
    { heading: words.editing, width: '80px', isNumber: true },
    { heading: words.likely, width: '80px', isNumber: true },
    { heading: words.againstBefore, width: '168px' },
  ]
  return (
    <Table label={words.whatItDid} columns={columns}>
      <tbody>
        <SideRow name={words.before} side={newest.before} scale={scale} />
        {looks.map((look) => (
          <SideRow
            key={look.month}
            name={words.lookAt(stageLabels[look.stage], nearMonth(look.month, today, locale))}
            side={look.after}
            scale={scale}
            verdict={look.verdict}
            isNewest={look === newest}
          />
        ))}
      </tbody>
    </Table>
  )
}

const lineWords = ({ target, update }: NonNullable<Lines>) =>
  [
    words.targetBelow(formatWholeShare(target, locale)),
    words.updateLine(formatWholeShare(update, locale)),
  ].join(' · ')

type SideRowProps = {
  name: string
  side: Look['before']
  scale: Scale
  verdict?: Look['verdict']
  isNewest?: boolean
}

function SideRow({ name, side, scale, verdict, isNewest = false }: SideRowProps) {
  return (
    <tr data-newest={isNewest || undefined}>
      <th scope="row">{name}</th>
      <td>{daysOf(side)}</td>
      <td data-number>{formatNumber(side.n, 0, locale)}</td>
      <td>
        <RangeMark side={side} scale={scale} isNewest={isNewest} />
      </td>
      <td data-number>{side.mean === null ? '–' : formatShare(side.mean, locale)}</td>
      <td data-number>{side.range === null ? '–' : formatRange(side.range.low, side.range.high, locale)}</td>
      <td>{verdict && <VerdictBadge verdict={verdict} />}</td>
    </tr>
  )
}

function daysOf({ from, to }: Look['before']): string {
  if (from === null || to === null) return words.undated
  return words.days(formatShortDay(from, locale), formatShortDay(to, locale))
}

type Scale = { lines: Lines; top: number }

/** The end of the scale: 40 %, or what the widest range needs. */
const topOf = (looks: readonly Look[]) =>
  Math.max(0.4, ...looks.flatMap(({ before, after }) => [before, after].map(({ range }) => range?.high ?? 0)))

const width = 240
const height = 32

/** A mean with its likely range between the lines; the figures stand beside it as text. */
function RangeMark({ side, scale, isNewest }: { side: Look['before']; scale: Scale; isNewest: boolean }) {
  const { lines, top } = scale
  const x = (share: number) => (Math.max(0, share) / top) * width
  return (
    <svg
      className={styles.range}
      viewBox={`0 0 ${width} ${height}`}
      data-newest={isNewest || undefined}
      aria-hidden="true"
    >
      {lines && <rect className={styles.target} width={x(lines.target)} height={height} />}
      {lines && <path className={styles.update} d={`M${x(lines.update)} 0V${height}`} />}
      {side.range && <path className={styles.likely} d={`M${x(side.range.low)} 16H${x(side.range.high)}`} />}
      {side.mean !== null && <circle className={styles.mean} cx={x(side.mean)} cy="16" r="3.5" />}
    </svg>
  )
}
