import type { Status } from '../../../shared/contract/reviews/findings.ts'
import { monthStatusTones } from '../../../shared/domain/findings/status.ts'
import styles from './figures.module.css'
import { words } from './words.ts'

const width = 130
const height = 26
const smallestTop = 0.3
const edge = 3

/** The course of the last months as a thin line on a scale from zero; `label` says it in words. */
export function Sparkline({
  shares,
  status,
  label,
}: {
  shares: readonly number[]
  status: Status | null
  label: string
}) {
  if (shares.length === 0) return <span className={styles.none}>{words.noReviewsYet}</span>
  const top = Math.max(smallestTop, ...shares)
  const step = shares.length > 1 ? (width - 2 * edge) / (shares.length - 1) : 0
  const dots = shares.map((share, index) => ({
    x: edge + index * step,
    y: height - edge - (share / top) * (height - 2 * edge),
  }))
  const last = dots.at(-1)
  return (
    <svg className={styles.spark} width={width} height={height} role="img" aria-label={label}>
      <path d={`M${dots.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join(' L')}`} />
      {last && <circle cx={last.x} cy={last.y} r={2.6} data-tone={status && monthStatusTones[status]} />}
    </svg>
  )
}
