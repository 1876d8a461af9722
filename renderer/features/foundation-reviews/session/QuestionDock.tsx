import { Button, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Answer, ReviewCard } from '../../../../shared/contract/foundation-reviews.ts'
import { fieldErrorsOf } from '../../../api/errors.ts'
import { KeyHint } from '../../../ui/keys/KeyHelp.tsx'
import layout from '../../../ui/layout/layout.module.css'
import { IconButton } from '../../../ui/marks/IconButton.tsx'
import { peopleQuery } from '../queries.ts'
import styles from './dock.module.css'
import { foundationKeys } from './shortcuts.ts'
import type { FoundationSession } from './use-foundation-session.ts'
import { words } from './words.ts'

type Props = {
  readonly session: FoundationSession
  readonly card: ReviewCard
  readonly singleKeys: boolean
}

const choices: readonly { answer: Answer; label: string }[] = [
  { answer: 'yes', label: words.yes },
  { answer: 'change', label: words.needsChange },
  { answer: 'unsure', label: words.notSure },
]

/** The question and, where the answer is not yes, what follows from it. */
export function QuestionDock({ session, card, singleKeys }: Props) {
  const isPointed = useRef(false)
  const { problems } = session
  return (
    <section className={styles.dock} aria-label={words.stillTrue} data-dock>
      <fieldset
        className={styles.question}
        aria-describedby={problems.answer ? 'answer-problem' : undefined}
        onPointerDown={() => {
          isPointed.current = true
        }}
        onKeyDown={() => {
          isPointed.current = false
        }}
      >
        <legend>{words.stillTrue}</legend>
        <div className={styles.choices}>
          {choices.map(({ answer, label }) => (
            <label key={answer} className={styles.choice} data-answer={answer}>
              <input
                className={layout.cover}
                type="radio"
                name={`still true ${card.sectionId}`}
                checked={card.answer === answer}
                disabled={answer === 'yes' && card.version === null}
                aria-invalid={problems.answer !== undefined}
                onChange={() => session.answer(answer, isPointed.current)}
              />
              <span>
                {label}
                <span aria-hidden="true">
                  <KeyHint of={foundationKeys[answer]} singleKeys={singleKeys} />
                </span>
              </span>
            </label>
          ))}
        </div>
        {problems.answer && (
          <p id="answer-problem" className={styles.problem} role="alert" data-field-error>
            {problems.answer}
          </p>
        )}
      </fieldset>
      {(card.answer === 'change' || card.answer === 'unsure') && (
        <FollowUp session={session} card={card} isChange={card.answer === 'change'} />
      )}
    </section>
  )
}

type FollowUpProps = {
  readonly session: FoundationSession
  readonly card: ReviewCard
  readonly isChange: boolean
}

const mostFurther = 9

function FollowUp({ session, card, isChange }: FollowUpProps) {
  const { saving, write } = session
  const refused = saving.refused?.id === card.sectionId ? fieldErrorsOf(saving.refused.error) : {}
  const problems = { ...refused, ...session.problems }
  const { more } = card
  const writeFurther = (index: number, part: Partial<ToDo>) =>
    write({ more: more.map((each, at) => (at === index ? { ...each, ...part } : each)) })
  return (
    <div className={styles.actions}>
      <ActionFields said={card} at="" onWrite={write} {...{ session, isChange, problems }} />
      {more.map((said, index) => (
        <ActionFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a further action has no other name than its place
          key={index}
          {...{ session, isChange, problems, said }}
          at={`more.${index}.`}
          onWrite={(part) => writeFurther(index, part)}
          onRemove={() => session.removeAction(index)}
        />
      ))}
      {more.length < mostFurther && (
        <Button variant="default" className={styles.add ?? ''} onClick={session.addAction}>
          {isChange ? words.addAnAction : words.addAQuestion}
        </Button>
      )}
      <Names session={session} />
    </div>
  )
}

type ToDo = Pick<ReviewCard, 'what' | 'who' | 'dueOn'>

type ActionProps = {
  readonly session: FoundationSession
  readonly said: ToDo
  readonly isChange: boolean
  /** Begins the names of its fields. */
  readonly at: string
  readonly problems: Readonly<Record<string, string | undefined>>
  readonly onWrite: (part: Partial<ToDo>) => void
  readonly onRemove?: () => void
}

/** What is to be done, who does it, and by when. */
function ActionFields({ session, said, isChange, at, problems, onWrite, onRemove }: ActionProps) {
  const { settleTyping } = session
  return (
    <div className={styles.followUp}>
      <Textarea
        label={isChange ? words.whatChanges : words.whatHasToBeFound}
        autosize
        minRows={1}
        maxRows={3}
        maxLength={2000}
        value={said.what}
        error={problems[`${at}what`]}
        onChange={(event) => onWrite({ what: event.currentTarget.value })}
        onBlur={settleTyping}
      />
      <TextInput
        label={isChange ? words.who : words.whoFindsOut}
        list="names"
        autoComplete="off"
        maxLength={120}
        value={said.who}
        error={problems[`${at}who`]}
        onChange={(event) => onWrite({ who: event.currentTarget.value })}
        onBlur={settleTyping}
      />
      <TextInput
        type="date"
        label={words.byWhen}
        value={said.dueOn ?? ''}
        error={problems[`${at}dueOn`]}
        onChange={(event) => onWrite({ dueOn: event.currentTarget.value || null })}
        onBlur={settleTyping}
      />
      {onRemove && (
        <IconButton
          icon="close"
          className={styles.remove ?? ''}
          label={words.removeAction(said.what)}
          onClick={onRemove}
        />
      )}
    </div>
  )
}

/** Who is here comes first, then everybody else. */
function Names({ session }: { session: FoundationSession }) {
  const people = useQuery(peopleQuery())
  const here = session.review.attendees.map(({ name }) => name)
  const others = (people.data ?? []).filter(({ leftOn }) => leftOn === null).map(({ name }) => name)
  return (
    <datalist id="names">
      {[...new Set([...here, ...others])].map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  )
}
