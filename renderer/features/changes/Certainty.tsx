import type { ChangeEffect } from '../../../shared/contract/changes.ts'
import { stageLabels } from '../../../shared/domain/effects/standing.ts'
import { formatNumber } from '../../../shared/domain/format.ts'
import { locale } from '../../ui/lib/locale.ts'
import styles from './changes.module.css'
import { words } from './words.ts'

/** How far a verdict has firmed up and on how many outputs; a shared or rolled-back effect says so. */
export function Certainty({ effect }: { effect: ChangeEffect }) {
  const { looks, sharedWith, rolledBackBy, keptOn } = effect
  const look = looks.at(-1)
  const notes = [
    look && look.verdict !== 'cannot_be_told'
      ? words.stageWithOutputs(stageLabels[look.stage], formatNumber(look.after.n, 0, locale))
      : '',
    sharedWith.length > 0 ? words.sharedEffect : '',
    rolledBackBy === null ? '' : words.rolledBackByChange(rolledBackBy),
    keptOn === null ? '' : words.kept,
  ].filter((note) => note !== '')
  return notes.map((note) => (
    <small key={note} className={styles.line}>
      {note}
    </small>
  ))
}
