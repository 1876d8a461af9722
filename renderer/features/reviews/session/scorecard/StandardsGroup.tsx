import type { Verdict } from '../../../../../shared/contract/reviews/item-state.ts'
import type { ReviewItem } from '../../../../../shared/contract/reviews/reviews.ts'
import type { Standard } from '../../../../../shared/contract/workflows.ts'
import { KeyHint } from '../../../../ui/keys/KeyHelp.tsx'
import { Keys } from '../../../../ui/keys/Keys.tsx'
import { judge, markOf } from '../review-steps.ts'
import { judgingKeys, markAllMet } from '../shortcuts.ts'
import type { ReviewSession } from '../use-review-session.ts'
import { Choice } from './Choice.tsx'
import { Group } from './Group.tsx'
import styles from './scorecard.module.css'
import { words } from './words.ts'

const verdicts: readonly { value: Verdict; label: string; tone?: 'bad' }[] = [
  { value: 'met', label: words.met },
  { value: 'not_met', label: words.notMet, tone: 'bad' },
  { value: 'not_applicable', label: words.doesntApply },
]

type Props = {
  readonly session: ReviewSession
  readonly item: ReviewItem
  readonly singleKeys: boolean
}

/** Met, Not met or Doesn't apply for every standard; nothing is chosen beforehand. */
export function StandardsGroup({ session, item, singleKeys }: Props) {
  const { standards } = session.review
  const isActive = session.cursor.group === 'standards'
  const isAnyJudged = standards.some(({ id }) => markOf(item, id).verdict !== null)
  const isAllJudged = standards.every(({ id }) => markOf(item, id).verdict !== null)
  const last = standards.length
  const hint = (
    <span className={styles.source}>
      {singleKeys && isActive && !isAllJudged && (
        <span>
          <KeyHint of={judgingKeys.digit} singleKeys />
          {last > 1 && (
            <>
              –<Keys k={String(last)} />
            </>
          )}
          {words.notMetThen}
        </span>
      )}
      <button type="button" className={styles.chip} onClick={() => markAllMet(session)}>
        <KeyHint of={judgingKeys.allMet} singleKeys={singleKeys} />
        {isAnyJudged && !isAllJudged ? words.theRestMet : words.allMet}
      </button>
    </span>
  )
  return (
    <Group
      session={session}
      stop={{ group: 'standards', standardId: null }}
      title={words.standards}
      aside={hint}
    >
      {standards.map((standard, index) => (
        <StandardRow
          key={standard.id}
          session={session}
          item={item}
          standard={standard}
          digit={singleKeys && isActive ? index + 1 : null}
        />
      ))}
    </Group>
  )
}

type RowProps = {
  readonly session: ReviewSession
  readonly item: ReviewItem
  readonly standard: Standard
  readonly digit: number | null
}

function StandardRow({ session, item, standard, digit }: RowProps) {
  const error = session.missing.find(
    ({ group, standardId }) => group === 'standards' && standardId === standard.id,
  )
  const isUnfit = standard.isMustPass && markOf(item, standard.id).verdict === 'not_met'
  return (
    <div className={styles.standard} data-standard={standard.id}>
      <span className={styles.digit}>{digit !== null && <Keys k={String(digit)} />}</span>
      <span className={styles.standardName} title={standard.description || undefined}>
        {standard.name}{' '}
        {isUnfit ? (
          <small className={styles.unfit} role="status">
            {words.notFitToSend}
          </small>
        ) : (
          standard.isMustPass && <small>{words.mustPass}</small>
        )}
      </span>
      <Choice
        label={standard.isMustPass ? words.mustPass2(standard.name) : standard.name}
        options={verdicts}
        value={markOf(item, standard.id).verdict}
        onChange={(verdict, isPointed) => session.chooseAndGoOn(judge(item, standard.id, verdict), isPointed)}
        error={error?.message}
        isQuiet={error !== session.missing[0]}
      />
    </div>
  )
}
