import type { ReportChart } from '../../../shared/contract/reports/reports.ts'
import { monthStatusTones, type Tone } from '../../../shared/domain/findings/status.ts'
import {
  formatMonth,
  formatShare,
  formatShortMonth,
  formatWholeShare,
} from '../../../shared/domain/format.ts'
import { classNames } from '../../ui/lib/class-names.ts'
import { locale } from '../../ui/lib/locale.ts'
import { StatusMark } from '../../ui/marks/StatusBadge.tsx'
import styles from './chart.module.css'
import { chartShape, type Point } from './chart-shape.ts'
import { SheetHeading } from './SheetHeading.tsx'
import sheet from './sheet.module.css'
import { words } from './words.ts'

/** The run charts on one scale, side by side; one alone is as wide as the page. */
export function ReportCharts({ charts, isDense }: { charts: readonly ReportChart[]; isDense: boolean }) {
  const top = topOf(charts)
  const scale = words.onOneScale(formatWholeShare(top, locale))
  return (
    <section>
      <SheetHeading beside={isDense ? `${words.worstThree}; ${scale}` : scale}>{words.redone}</SheetHeading>
      <div className={classNames(sheet.columns, styles.charts)} data-count={charts.length}>
        {charts.map((chart) => (
          <figure key={chart.workflowId}>
            <figcaption>
              {chart.name}
              {chart.monthThree !== null && (
                <small>{words.monthThree(formatShare(chart.monthThree, locale))}</small>
              )}
            </figcaption>
            <Chart
              chart={chart}
              size={{ top, width: widths[charts.length] ?? narrowest, height: isDense ? 76 : 120 }}
            />
          </figure>
        ))}
      </div>
    </section>
  )
}

const narrowest = 214
const widths: Readonly<Record<number, number>> = { 1: 682, 2: 331 }

/** In steps of ten points, at least 40 %. */
function topOf(charts: readonly ReportChart[]): number {
  const highest = Math.max(
    0.4,
    ...charts.flatMap(({ months, range, lines }) => [
      ...months.map(({ mean }) => mean ?? 0),
      range?.high ?? 0,
      lines?.update ?? 0,
    ]),
  )
  return Math.ceil(highest * 10 - 1e-9) / 10
}

type Size = Parameters<typeof chartShape>[1]

function Chart({ chart, size }: { chart: ReportChart; size: Size }) {
  const { top, width, height } = size
  const { right, y, pieces, last, markers, labels, monthThree } = chartShape(chart, size)
  const { lines } = chart
  const month = (index: number) => formatShortMonth(chart.months.at(index)?.month ?? '', locale)
  return (
    <svg className={styles.chart} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={labelOf(chart)}>
      {lines && (
        <rect className={styles.band} y={y(lines.target)} width={right} height={y(0) - y(lines.target)} />
      )}
      <path className={styles.frame} d={`M0 ${y(top)}H${right}M0 ${y(0)}H${right}`} />
      {markers.map(({ numbers, x, width: wide }) => (
        <g key={numbers[0]}>
          <path className={styles.change} d={`M${x} ${y(top) + 9}V${y(0)}`} />
          <rect className={styles.badge} x={x - wide / 2} y={y(top) - 9} width={wide} height="18" rx="9" />
          <text className={styles.badgeNumber} x={x} y={y(top) + 4}>
            {numbers.join(', ')}
          </text>
        </g>
      ))}
      {lines && labels && (
        <>
          <path className={styles.update} d={`M0 ${y(lines.update)}H${right}`} />
          <text className={styles.updateLabel} x="4" y={labels.update}>
            {words.updateLine(formatWholeShare(lines.update, locale))}
          </text>
          <text className={styles.bandLabel} x="4" y={labels.target}>
            {words.target(formatWholeShare(lines.target, locale))}
          </text>
        </>
      )}
      {monthThree !== null && <path className={styles.level} d={`M0 ${monthThree}H14`} />}
      {pieces.map((piece) => (
        <g key={piece[0]?.x}>
          <polyline className={styles.months} points={piece.map(({ x, y: at }) => `${x},${at}`).join(' ')} />
          {piece.map((point) => (
            <circle key={point.x} className={styles.dot} cx={point.x} cy={point.y} r="2.2" />
          ))}
        </g>
      ))}
      {last && <Last last={last} tone={monthStatusTones[chart.status]} />}
      <text y={height - 4}>{month(0)}</text>
      <text className={styles.end} x={right} y={height - 4}>
        {month(-1)}
      </text>
    </svg>
  )
}

/** The month reported: its likely range, and its share beside it. */
function Last({
  last,
  tone,
}: {
  tone: Tone
  last: Point & { mean: number; low: number | null; high: number | null }
}) {
  return (
    <>
      {last.low !== null && last.high !== null && (
        <path className={styles.range} d={`M${last.x} ${last.high}V${last.low}`} />
      )}
      <g transform={`translate(${last.x - 6} ${last.y - 6})`} className={styles[tone]}>
        <StatusMark tone={tone} />
      </g>
      <text className={classNames(styles.lastShare, styles[tone])} x={last.x + 10} y={last.y + 4.5}>
        {formatShare(last.mean, locale)}
      </text>
    </>
  )
}

/** The chart in words, for who cannot see it. */
function labelOf({ name, months }: ReportChart): string {
  const known = months.filter(({ mean }) => mean !== null)
  const said = months.map(({ month, mean }) =>
    mean === null
      ? words.noReview(formatMonth(month, locale))
      : words.monthShare(formatMonth(month, locale), formatShare(mean, locale)),
  )
  const share = (index: number) => formatShare(known.at(index)?.mean ?? 0, locale)
  return words.chartOf(name, share(0), share(-1), said.join(', '))
}
