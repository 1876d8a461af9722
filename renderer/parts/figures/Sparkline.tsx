import type { WorkflowLine } from '../../../shared/contract/results.ts'
import type { Status } from '../../../shared/contract/reviews/findings.ts'
import { monthStatusTones } from '../../../shared/domain/findings/status.ts'
import styles from './figures.module.css'
import type { SparkScale } from './order-lines.ts'

const width = 130
const height = 26
const edge = 3

type Props = {
  points: WorkflowLine['spark']
  scale: SparkScale
  /** The month-3 level as a hairline. */
  level: number | null
  status: Status | null
  /** What the line shows, in words. */
  label: string
  /** What stands there without a line. */
  none: string
}

/** The course of the last months on the scale of its table; a month without a review is a gap. */
export function Sparkline({ points, scale: { months, top }, level, status, label, none }: Props) {
  const step = months.length > 1 ? (width - 2 * edge) / (months.length - 1) : 0
  const y = (share: number) => height - edge - (share / top) * (height - 2 * edge)
  const dots = points.flatMap(({ month, mean }) => {
    const at = months.indexOf(month)
    return at === -1 ? [] : [{ at, x: edge + at * step, y: y(mean) }]
  })
  const last = dots.at(-1)
  if (!last) return <span className={styles.none}>{none}</span>
  const path = dots.map((dot, index) => {
    const isNext = index > 0 && dots[index - 1]?.at === dot.at - 1
    return `${isNext ? 'L' : 'M'}${dot.x.toFixed(1)} ${dot.y.toFixed(1)}`
  })
  return (
    <svg className={styles.spark} width={width} height={height} role="img" aria-label={label}>
      {level !== null && <line x1={0} x2={width} y1={y(level)} y2={y(level)} />}
      <path d={path.join(' ')} />
      <circle cx={last.x} cy={last.y} r={2.6} data-tone={status && monthStatusTones[status]} />
    </svg>
  )
}
