import type { ReportChange, ReportLine } from '../../../shared/contract/reports/reports.ts'
import { isMoved, shownMove } from '../../../shared/domain/findings/move-words.ts'
import type { Rate } from '../../../shared/domain/findings/quality.ts'
import {
  formatMonthName,
  formatNearDay,
  formatNumber,
  formatPoints,
  formatRange,
  formatShare,
  formatShortDay,
} from '../../../shared/domain/format.ts'
import { locale } from '../../ui/lib/locale.ts'
import { StatusBadge } from '../../ui/marks/StatusBadge.tsx'
import styles from './sheet.module.css'
import { words } from './words.ts'

/** A figure, and below it what qualifies it. */
type Cell = { figure: string; detail: string; isStrong?: boolean }

/** In hundredths of the width. */
const lineWidths = [17.5, 21, 8, 15, 9.5, 8, 11.7, 9.3]
/** Without what qualifies the figures there is room for the names. */
const denseWidths = [21.5, 17.5, 8, 13.5, 9.5, 8, 12, 10]
const changeWidths = [4.5, 44.5, 9, 7.5, 7.5, 27]

function Columns({ widths }: { widths: readonly number[] }) {
  return (
    <colgroup>
      {widths.map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns never move
        <col key={index} style={{ width: `${width}%` }} />
      ))}
    </colgroup>
  )
}

const none: Cell = { figure: words.unknown, detail: '' }
const number = (value: number, decimals = 0) => formatNumber(value, decimals, locale)

/** One row for each workflow; a dense one leaves the second line out. */
export function ReportLines({ lines, isDense }: { lines: readonly ReportLine[]; isDense: boolean }) {
  const latest = lines
    .map(({ finding }) => finding.month)
    .toSorted()
    .at(-1)
  return (
    <table className={styles.lines}>
      <Columns widths={isDense ? denseWidths : lineWidths} />
      <thead>
        <tr>
          <th scope="col">{words.workflow}</th>
          <th scope="col">{words.status}</th>
          {[
            words.editing,
            words.againstMonthThree,
            words.metEvery,
            words.notFit,
            words.satisfaction,
            words.outputs,
          ].map((header) => (
            <th key={header} scope="col" className={styles.number}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.workflowId}>
            <th scope="row" title={line.name}>
              <b>{line.name}</b>
              {!isDense && <small>{measureWords(line, latest)}</small>}
            </th>
            <td>
              {line.inUseTo ? (
                words.inUseUntil(formatShortDay(line.inUseTo, locale))
              ) : (
                <StatusBadge status={line.finding.status} />
              )}
            </td>
            {cellsOf(line).map(({ figure, detail, isStrong }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns never move
              <td key={index} className={styles.number}>
                {isStrong ? <b>{figure}</b> : figure}
                {!isDense && detail !== '' && <small>{detail}</small>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A month is named where it is not the one that most of the page speaks of. */
function measureWords({ finding }: ReportLine, latest: string | undefined): string {
  const measure = words.byMeasure[finding.measure]
  return finding.month === latest ? measure : words.ofMonth(measure, formatMonthName(finding.month, locale))
}

function cellsOf({ finding, drawMethod, poolCount }: ReportLine): Cell[] {
  const { figure, moves, quality } = finding
  return [
    figure.mean === null
      ? none
      : {
          figure: formatShare(figure.mean, locale),
          detail: figure.range ? formatRange(figure.range.low, figure.range.high, locale) : '',
          isStrong: true,
        },
    moveCell(moves.monthThree),
    rateCell(quality.metEvery),
    { ...rateCell(quality.notFit), isStrong: quality.notFit.count > 0 },
    satisfactionCell(quality),
    {
      figure: words.ofOutputs(number(figure.known + figure.unknown), number(poolCount)),
      detail: words.drawn[drawMethod],
    },
  ]
}

function moveCell(move: ReportLine['finding']['moves']['monthThree']): Cell {
  const difference = shownMove(move)
  if (difference === null) return { ...none, detail: words.notCompared }
  const figure = formatPoints(difference, locale).replace(/ points?$/, '')
  return isMoved(move)
    ? { figure, detail: words.moreThanChance, isStrong: true }
    : { figure, detail: words.aboutTheSame }
}

function rateCell({ count, of, range }: Rate): Cell {
  if (of === 0) return none
  return {
    figure: words.ofOutputs(number(count), number(of)),
    detail: range ? formatRange(range.low, range.high, locale) : '',
  }
}

/** What users said where they did, else what the reviewer did; never mixed. */
function satisfactionCell({
  userSatisfaction,
  reviewerSatisfaction,
}: ReportLine['finding']['quality']): Cell {
  const [said, detail] =
    userSatisfaction.mean !== null
      ? [userSatisfaction, words.byUsers(number(userSatisfaction.n))]
      : [reviewerSatisfaction, words.byReviewer(number(reviewerSatisfaction.n))]
  return said.mean === null ? none : { figure: number(said.mean, 1), detail }
}

/** The newest changes with what came of them. */
export function ReportChanges({ changes, today }: { changes: readonly ReportChange[]; today: string }) {
  if (changes.length === 0) {
    return (
      <section>
        <h3>{words.whatChanged}</h3>
        <p className={styles.quiet}>{words.nothingChanged}</p>
      </section>
    )
  }
  const share = (value: number | null) => (value === null ? '' : formatShare(value, locale))
  return (
    <table className={styles.changes}>
      <Columns widths={changeWidths} />
      <thead>
        <tr>
          <th scope="col" colSpan={2}>
            {words.whatChanged}
          </th>
          <th scope="col">{words.live}</th>
          <th scope="col" className={styles.number}>
            {words.before}
          </th>
          <th scope="col" className={styles.number}>
            {words.after}
          </th>
          <th scope="col" className={styles.verdict}>
            {words.verdict}
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={`${change.number} ${change.workflow}`}>
            <td>
              <i>{change.number}</i>
            </td>
            <th scope="row">
              {change.what.startsWith(change.workflow)
                ? change.what
                : words.changeOf(change.workflow, change.what)}
            </th>
            <td>{formatNearDay(change.onDate, today, locale)}</td>
            <td className={styles.number}>{share(change.before)}</td>
            <td className={styles.number}>{share(change.after)}</td>
            <td className={styles.verdict}>{change.verdict}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
