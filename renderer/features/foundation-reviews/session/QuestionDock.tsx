import { Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Answer, ReviewCard } from '../../../../shared/contract/foundation-reviews.ts'
import { fieldErrorsOf } from '../../../api/errors.ts'
import { KeyHint } from '../../../ui/keys/KeyHelp.tsx'
import layout from '../../../ui/layout/layout.module.css'
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

function FollowUp({ session, card, isChange }: FollowUpProps) {
  const { saving, write, settleTyping } = session
  const refused = saving.refused?.id === card.sectionId ? fieldErrorsOf(saving.refused.error) : {}
  const problems = { ...refused, ...session.problems }
  return (
    <div className={styles.followUp}>
      <Textarea
        label={isChange ? words.whatChanges : words.whatHasToBeFound}
        autosize
        minRows={1}
        maxRows={3}
        maxLength={2000}
        value={card.what}
        error={problems.what}
        onChange={(event) => write({ what: event.currentTarget.value })}
        onBlur={settleTyping}
      />
      <TextInput
        label={isChange ? words.who : words.whoFindsOut}
        list="names"
        autoComplete="off"
        maxLength={120}
        value={card.who}
        error={problems.who}
        onChange={(event) => write({ who: event.currentTarget.value })}
        onBlur={settleTyping}
      />
      <TextInput
        type="date"
        label={words.byWhen}
        value={card.dueOn ?? ''}
        error={problems.dueOn}
        onChange={(event) => write({ dueOn: event.currentTarget.value || null })}
        onBlur={settleTyping}
      />
      <Names session={session} />
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
