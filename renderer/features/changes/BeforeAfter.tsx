import type { ChangeEffect } from '../../../shared/contract/changes.ts'
import { shownFigures } from '../../../shared/domain/effects/standing.ts'
import { formatPoints, formatShare, shownDifference } from '../../../shared/domain/format.ts'
import { shortMonth } from '../../parts/figures/month-names.ts'
import layout from '../../ui/layout/layout.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { Hidden } from '../../ui/marks/Hidden.tsx'
import styles from './changes.module.css'
import { words } from './words.ts'

/** "23.8% → 13.5%" and the difference in points below it; what is not there yet says when it comes. */
export function BeforeAfter({ effect }: { effect: ChangeEffect }) {
  const { before, after, isRecorded } = shownFigures(effect)
  if (before === null && after === null) {
    if (effect.waitingFor === null) return <span className={layout.quiet}>–</span>
    return <span className={layout.quiet}>{words.dueIn(shortMonth(effect.waitingFor, locale))}</span>
  }
  const isCompared = isRecorded || effect.looks.at(-1)?.difference !== null
  const notes = [
    isCompared && before !== null && after !== null
      ? formatPoints(shownDifference(before, after), locale)
      : '',
    isRecorded ? words.recordedByHand : '',
  ].filter((note) => note !== '')
  return (
    <span className={styles.figures}>
      {before === null ? words.none : formatShare(before, locale)}
      <span aria-hidden="true"> → </span>
      <Hidden>{words.to}</Hidden>
      {after === null ? <span className={layout.quiet}>{words.noneYet}</span> : formatShare(after, locale)}
      {notes.length > 0 && <small className={styles.line}>{notes.join(', ')}</small>}
    </span>
  )
}
