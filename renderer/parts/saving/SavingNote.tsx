import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { wordsOf } from '../../api/errors.ts'
import { Note } from '../../ui/feedback/Note.tsx'
import { Actions } from '../../ui/layout/Actions.tsx'
import { words } from './words.ts'

type SavingNoteProps = {
  /** Why what was typed is not stored; null while saving works or a field says it. */
  failure: unknown
  /** Another window was first, and one of the two has to be chosen. */
  isConflict: boolean
  /** What is written here: "wording", "entry". */
  noun: string
  /** Where the other can be shown beside what was typed. */
  comparison?: ReactNode
  /** What was typed, where it can be copied. */
  typed?: string
  onAgain: () => Promise<unknown>
  onMine: () => Promise<unknown>
  onOther: () => Promise<unknown>
}

/** Why what was typed is not stored, and what to do; nothing while saving works. */
export function SavingNote({ failure, isConflict, noun, comparison, typed, ...choices }: SavingNoteProps) {
  const choose = useMutation({ mutationFn: (run: () => Promise<unknown>) => run() })
  if (failure === null) return null
  return (
    <Note tone="act" role="alert">
      <p>{wordsOf(choose.error ?? failure).message}</p>
      {isConflict && comparison && (
        <details>
          <summary>{words.compareTheOther(noun)}</summary>
          {comparison}
        </details>
      )}
      <Actions>
        {isConflict ? (
          <>
            <Button variant="default" onClick={() => choose.mutate(choices.onMine)}>
              {words.saveWhatITyped}
            </Button>
            <Button variant="default" onClick={() => choose.mutate(choices.onOther)}>
              {words.takeTheOther(noun)}
            </Button>
          </>
        ) : (
          <Button variant="default" onClick={() => choose.mutate(choices.onAgain)}>
            {words.tryAgain}
          </Button>
        )}
        {typed !== undefined && (
          <Button variant="subtle" onClick={() => void navigator.clipboard.writeText(typed)}>
            {words.copyWhatITyped}
          </Button>
        )}
      </Actions>
    </Note>
  )
}
