import type { DotRow } from '../../../../shared/contract/results.ts'
import type { Review } from '../../../../shared/contract/reviews/reviews.ts'
import { measures } from '../../../../shared/domain/figures/measures/index.ts'
import { type Lines, linesOf } from '../../../../shared/domain/figures/status.ts'
import { formatRange, formatShare, formatWholeShare } from '../../../../shared/domain/format.ts'
import { nearMonth } from '../../../../shared/domain/time/month-words.ts'
import figures from '../../../parts/figures/figures.module.css'
import { count } from '../../../ui/lib/count.ts'
import { locale } from '../../../ui/lib/locale.ts'
import styles from './done.module.css'
import { type Dots, dotPlot } from './dot-plot.ts'
import { words as say } from './words.ts'

const width = 300
const height = 48
const roomAtEnd = 1.04

type Props = { rows: readonly DotRow[]; review: Review }

/** Every output as a dot, for month 3, the review before and this one: they show what so few can decide. */
export function OutputDots({ rows, review }: Props) {
  const { month } = review
  const lines = linesOf(review)
  const top = Math.max(0.3, (lines?.update ?? 0) * 1.25, ...rows.flatMap(({ values }) => values)) * roomAtEnd
  const x = (share: number) => (share / top) * width
  return (
    <section aria-labelledby="output-dots">
      <h2 id="output-dots" className={`${styles.partHeading} ${figures.partHeading}`}>
        {say.editingOfEachOutput}
        <small>{measures[review.measure].meaning}</small>
      </h2>
      <div className={styles.dotRows}>
        {rows.map((row) => (
          <DotRowView key={row.of} row={row} name={rowName(row, month)} x={x} lines={lines} />
        ))}
      </div>
      {lines && (
        <div className={styles.dotFoot}>
          <span className={styles.target}>{say.targetBelow(formatWholeShare(lines.target, locale))}</span>
          <span className={styles.update}>{say.updateLine(formatWholeShare(lines.update, locale))}</span>
        </div>
      )}
    </section>
  )
}

type RowProps = { row: DotRow; name: string; x: (share: number) => number; lines: Lines | null }

function DotRowView({ row, name, x, lines }: RowProps) {
  const { values, mean, low, high } = row
  const dots: Dots = dotPlot(values.map(x), height - 16)
  const range = low === null || high === null ? '' : formatRange(low, high, locale)
  const words = `${name}: ${values.map((value) => formatShare(value, locale)).join(', ')}`
  return (
    <div className={styles.dotRow} data-of={row.of}>
      <div>
        {name}
        <small>{count(values.length, 'output', locale)}</small>
      </div>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words}>
        {lines && (
          <>
            <rect className={styles.targetBand} x="0" y="0" width={x(lines.target)} height={height} />
            <line
              className={styles.updateLine}
              x1={x(lines.update)}
              x2={x(lines.update)}
              y1="0"
              y2={height}
            />
          </>
        )}
        {dots.map((dot) => (
          <circle key={dot.key} cx={dot.x} cy={dot.y} r="3" />
        ))}
        {mean !== null && low !== null && high !== null && (
          <path d={`M${x(low)} ${height - 8}H${x(high)}M${x(mean)} ${height - 11}v6`} />
        )}
      </svg>
      <div className={styles.dotFigure}>
        {mean === null ? '–' : formatShare(mean, locale)}
        <small>{range}</small>
      </div>
    </div>
  )
}

function rowName({ of, months }: DotRow, month: string): string {
  if (of === 'month_three') return say.month3
  return nearMonth(months[0] ?? month, `${month}-01`, locale)
}
