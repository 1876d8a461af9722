import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { StandardInput } from '../../../shared/contract/standard-inputs.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { IconButton } from '../../ui/marks/IconButton.tsx'
import { checksSentence } from './input-words.ts'
import styles from './standard-inputs.module.css'
import { words as say } from './words.ts'

type InputListProps = { inputs: readonly StandardInput[]; onOpen: (input: StandardInput) => void }

/** The inputs in the order they are tested in; each opens to be changed. */
export function InputList({ inputs, onOpen }: InputListProps) {
  const list = useRef<HTMLOListElement>(null)
  const moved = useRef<{ id: number; by: -1 | 1 } | null>(null)
  const move = useMutation(orpc.standardInputs.move.mutationOptions())
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another order can take the keyboard's place
  useEffect(() => {
    if (!moved.current) return
    const { id, by } = moved.current
    const buttons = list.current?.querySelectorAll<HTMLButtonElement>(`[data-input="${id}"] [data-move]`)
    const wanted = [...(buttons ?? [])].toSorted((a) => (Number(a.dataset.move) === by ? -1 : 1))
    wanted.find((button) => !button.disabled)?.focus()
  }, [inputs])
  return (
    <Card>
      <ol ref={list} className={styles.inputs}>
        {inputs.map((input, index) => (
          <li key={input.id} data-input={input.id}>
            <span className={styles.position}>{input.position}</span>
            <InputFacts input={input} onOpen={() => onOpen(input)} />
            <span className={styles.rowActions}>
              {([-1, 1] as const).map((by) => (
                <MoveButton
                  key={by}
                  by={by}
                  name={input.name}
                  isAtEnd={by === -1 ? index === 0 : index === inputs.length - 1}
                  onClick={() => {
                    moved.current = { id: input.id, by }
                    move.mutate({ id: input.id, by })
                  }}
                />
              ))}
            </span>
          </li>
        ))}
      </ol>
      {move.isError && <ErrorNote error={move.error} />}
    </Card>
  )
}

function InputFacts({ input, onOpen }: { input: StandardInput; onOpen: () => void }) {
  return (
    <div>
      <div className={layout.inline}>
        <button type="button" className={styles.name} onClick={onOpen}>
          {input.name}
        </button>
        {input.mustNotFail && <span className={styles.mustNotFail}>{say.mustNotFail}</span>}
        {input.tags.map((tag) => (
          <span key={tag} className={styles.tag}>
            {tag}
          </span>
        ))}
      </div>
      <p className={styles.words} dir="auto">
        {input.text.slice(0, 400)}
      </p>
      {input.checks.length > 0 && <p className={styles.facts}>{checksSentence(input, locale)}</p>}
    </div>
  )
}

type MoveButtonProps = { by: -1 | 1; name: string; isAtEnd: boolean; onClick: () => void }

function MoveButton({ by, name, isAtEnd, onClick }: MoveButtonProps) {
  return (
    <IconButton
      icon={by === -1 ? 'up' : 'down'}
      label={say.move(name, by === -1 ? 'up' : 'down')}
      data-move={by}
      disabled={isAtEnd}
      onClick={onClick}
    />
  )
}
