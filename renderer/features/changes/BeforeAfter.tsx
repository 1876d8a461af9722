import type { ChangeEffect } from '../../../shared/contract/changes.ts'
import { shownFigures } from '../../../shared/domain/figures/change-sentences.ts'
import { formatPoints, formatShare } from '../../../shared/domain/format.ts'
import { shortMonth } from '../../parts/figures/month-names.ts'
import layout from '../../ui/layout/layout.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { Hidden } from '../../ui/marks/Hidden.tsx'
import styles from './changes.module.css'
import { words } from './words.ts'

/** "21.3% → 14.2%" and the difference in points below it; what is not there yet says when it comes. */
export function BeforeAfter({ effect }: { effect: ChangeEffect }) {
  const { before, after, isRecorded } = shownFigures(effect)
  if (before === null && after === null && effect.dueMonth === null) {
    return <span className={layout.quiet}>–</span>
  }
  const isCompared = before !== null && after !== null && effect.verdict !== 'not_comparable'
  const notes = [
    isCompared || (isRecorded && before !== null && after !== null)
      ? formatPoints(after - before, locale)
      : '',
    isRecorded ? words.recordedByHand : '',
  ].filter((note) => note !== '')
  return (
    <span className={styles.figures}>
      {before === null ? words.none : formatShare(before, locale)}
      <span aria-hidden="true"> → </span>
      <Hidden>{words.to}</Hidden>
      {after === null ? <span className={layout.quiet}>{dueWords(effect)}</span> : formatShare(after, locale)}
      {notes.length > 0 && <small className={styles.line}>{notes.join(', ')}</small>}
    </span>
  )
}

function dueWords({ dueMonth }: ChangeEffect): string {
  return dueMonth === null ? 'none' : `due ${shortMonth(dueMonth, locale)}`
}
