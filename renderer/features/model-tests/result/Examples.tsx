import { useMemo, useState } from 'react'
import type { RevealedPair } from '../../../../shared/contract/model-tests/result.ts'
import type { ModelTest } from '../../../../shared/contract/model-tests/test.ts'
import { count } from '../../../parts/tasks/words.ts'
import { Asked } from '../../../parts/text/Asked.tsx'
import { Card } from '../../../ui/layout/Card.tsx'
import layout from '../../../ui/layout/layout.module.css'
import { classNames } from '../../../ui/lib/class-names.ts'
import { locale } from '../../../ui/lib/locale.ts'
import { compareSides } from '../compare/comparison.ts'
import { SideText, UnlikeNote } from '../compare/SideText.tsx'
import { secondsWords } from '../test-words.ts'
import styles from './result.module.css'
import { exampleGroups, failureWords, outcomeWords } from './result-rows.ts'
import { words as say } from './words.ts'

type Props = { readonly pairs: readonly RevealedPair[]; readonly test: ModelTest }

/** Every input with both outputs, what matters most first; each opens where it stands. */
export function Examples({ pairs, test }: Props) {
  if (pairs.length === 0) return null
  return (
    <section className={styles.examples} aria-labelledby="examples">
      <h2 id="examples">{say.examples}</h2>
      {exampleGroups(pairs).map(({ title, pairs: group }) => (
        <section key={title} className={styles.group} aria-label={title}>
          <h3>
            {title} <span className={styles.quiet}>{group.length}</span>
          </h3>
          <Card>
            <ul className={styles.exampleList}>
              {group.map((pair) => (
                <li key={pair.inputId}>
                  <Example pair={pair} test={test} />
                </li>
              ))}
            </ul>
          </Card>
        </section>
      ))}
    </section>
  )
}

function Example({ pair, test }: { pair: RevealedPair; test: ModelTest }) {
  const [isOpen, setIsOpen] = useState(false)
  const workflow = test.workflows.find(({ workflowId }) => workflowId === pair.workflowId)
  const facts = [
    test.workflows.length > 1 && workflow?.workflowName,
    failureWords(pair) ? outcomeWords[pair.outcome] : null,
    pair.isIdentical && say.sameText,
    pair.note !== '' && 'Note',
  ]
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <b>{pair.name}</b>
        {failureWords(pair) !== null && <span className={styles.failure}>{failureWords(pair)}</span>}
        <span className={styles.facts}>{facts.filter(Boolean).join(' · ')}</span>
      </summary>
      {isOpen && workflow && (
        <BothTexts pair={pair} current={workflow.current.name} candidate={workflow.candidate.name} />
      )}
    </details>
  )
}

type TextsProps = { readonly pair: RevealedPair; readonly current: string; readonly candidate: string }

function BothTexts({ pair, current, candidate }: TextsProps) {
  const sides = useMemo(() => compareSides(pair.current, pair.candidate), [pair.current, pair.candidate])
  const columns = [
    {
      ...{ role: say.current, name: current, text: sides.left, ms: pair.currentMs },
      checks: pair.currentFailedChecks,
    },
    {
      ...{ role: say.candidate, name: candidate, text: sides.right, ms: pair.candidateMs },
      checks: pair.candidateFailedChecks,
    },
  ]
  return (
    <div className={styles.example}>
      <div className={styles.request}>
        <small>{say.input}</small>
        <Asked text={pair.inputText} />
      </div>
      <div className={classNames(layout.halves, styles.two)}>
        {columns.map(({ role, name, text, ms, checks }) => (
          <section key={role} aria-label={role}>
            <h4>
              {role} <span className={styles.quiet}>{name}</span>
            </h4>
            <small>
              {count(text.words, 'word')}
              {ms !== null && ` · ${secondsWords(ms, locale)}`}
            </small>
            {checks.length > 0 && (
              <ul className={styles.checks} aria-label={say.checksThatTheDoesNot(role.toLowerCase())}>
                {checks.map((check) => (
                  <li key={check}>{check}</li>
                ))}
              </ul>
            )}
            <SideText pieces={text.pieces} />
          </section>
        ))}
      </div>
      <UnlikeNote sides={sides} />
      {pair.note !== '' && (
        <p className={styles.note}>
          <small>{say.yourNote}</small>
          {pair.note}
        </p>
      )}
    </div>
  )
}
