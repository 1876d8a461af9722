import { NativeSelect, Textarea } from '@mantine/core'
import type { Mark } from '../../../../../shared/contract/reviews/item-state.ts'
import type { ReviewItem } from '../../../../../shared/contract/reviews/reviews.ts'
import type { Standard } from '../../../../../shared/contract/workflows.ts'
import { AddToStandardInputs } from '../../../../parts/standard-inputs/AddToStandardInputs.tsx'
import { KeyHint } from '../../../../ui/keys/KeyHelp.tsx'
import { Keys } from '../../../../ui/keys/Keys.tsx'
import { chooseIssueType, markOf, typesOnScreen } from '../review-steps.ts'
import { judgingKeys } from '../shortcuts.ts'
import type { ReviewSession } from '../use-review-session.ts'
import { Group } from './Group.tsx'
import styles from './scorecard.module.css'
import { words } from './words.ts'

type Props = {
  readonly session: ReviewSession
  readonly item: ReviewItem
  readonly singleKeys: boolean
  readonly standard: Standard
  /** Every standard that is not met; with more than one, each has its own issue. */
  readonly issues: readonly Standard[]
}

/** What missed for a standard that is not met, and the Foundation section it points to. */
export function IssueGroup(props: Props) {
  const { session, item, singleKeys, standard, issues } = props
  const mark = markOf(item, standard.id)
  const all = session.review.issueTypes
  const issueTypes = typesOnScreen(all, standard.name, mark.issueType, session.hasAllTypes)
  const hasMoreTypes = !session.hasAllTypes && issueTypes.length < all.length
  const stop = { group: 'issue' as const, standardId: standard.id }
  const isActive = session.cursor.group === 'issue'
  const others = issues.filter(({ id }) => id !== standard.id)
  const canReuse = singleKeys && session.review.recentNotes.length > 0
  const error = session.missing.find((missing) => missing.group === 'issue')
  return (
    <Group
      session={session}
      stop={stop}
      title={words.issue(standard.name)}
      aside={
        <>
          {others.length > 0 && <OtherIssues session={session} others={others} />}
          {canReuse && (
            <>
              <KeyHint of={judgingKeys.reuseNote} singleKeys />
              {words.reuseLastNote}
            </>
          )}
        </>
      }
    >
      <div className={styles.chips}>
        {issueTypes.map(({ type, digit }) => (
          <button
            key={type}
            type="button"
            className={styles.chip}
            aria-pressed={mark.issueType === type}
            onClick={() =>
              session.chooseAndGoOn(chooseIssueType(item, standard.id, type, session.review.sections))
            }
          >
            {singleKeys && isActive && <Digit k={String(digit)} />} {type}
          </button>
        ))}
        {hasMoreTypes && (
          <button type="button" className={styles.chip} onClick={session.showAllTypes}>
            {singleKeys && isActive && <Digit k={judgingKeys.moreTypes.keys[0] ?? ''} />}
            {words.more}
          </button>
        )}
      </div>
      {error && error.standardId === standard.id && <p className={styles.error}>{error.message}</p>}
      <IssueDetails session={session} mark={mark} />
      {item.output.finalText !== null && (
        <AddToStandardInputs itemId={item.id} label={words.makeItAStandardInput} />
      )}
    </Group>
  )
}

/** A printed key that is no part of the button's name. */
function Digit({ k }: { k: string }) {
  return (
    <span aria-hidden="true">
      <Keys k={k} />
    </span>
  )
}

type OthersProps = { readonly session: ReviewSession; readonly others: readonly Standard[] }

function OtherIssues({ session, others }: OthersProps) {
  return (
    <span className={styles.others}>
      {words.also}
      {others.map(({ id, name }) => (
        <button key={id} type="button" onClick={() => session.landOn({ group: 'issue', standardId: id })}>
          {name}
        </button>
      ))}
    </span>
  )
}

type DetailsProps = {
  readonly session: ReviewSession
  readonly mark: Mark
}

function IssueDetails({ session, mark }: DetailsProps) {
  const { review } = session
  const sections = [...new Set([...review.sections, ...(mark.section ? [mark.section] : [])])]
  return (
    <div className={styles.issueDetails}>
      <NativeSelect
        aria-label={words.pointsToThisPartOf}
        className={styles.section}
        size="xs"
        value={mark.section ?? ''}
        data={[
          { value: '', label: words.pointsToNoSection },
          ...sections.map((section) => ({ value: section, label: words.pointsTo(section) })),
        ]}
        onChange={(event) => session.choose({ marks: [{ ...mark, section: event.target.value || null }] })}
      />
      <Textarea
        aria-label={words.noteOn(
          review.standards.find(({ id }) => id === mark.standardId)?.name ?? words.theIssue,
        )}
        className={styles.note}
        size="xs"
        placeholder={words.noteIfItHelps}
        autosize
        minRows={1}
        maxRows={3}
        value={mark.note}
        maxLength={2000}
        onChange={(event) => session.type({ marks: [{ ...mark, note: event.target.value }] })}
        onBlur={session.settleTyping}
      />
    </div>
  )
}
