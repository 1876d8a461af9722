import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { orpc } from '../../api/client.ts'
import { ApprovalFields, useApproval } from '../../parts/documents/ApprovalFields.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Actions } from '../../ui/layout/Actions.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { count } from '../../ui/lib/count.ts'
import { locale } from '../../ui/lib/locale.ts'
import { useUnsaved } from '../../ui/saving/unsaved.ts'
import { ComparedSection } from './ComparedSection.tsx'
import {
  type Compared,
  comparedOf,
  type Existing,
  missingOf,
  undecidedOf,
  type Verdict,
} from './compared-sections.ts'
import styles from './foundation.module.css'
import type { SectionPiece } from './section-pieces.ts'
import { words } from './words.ts'

type CompareFormProps = {
  pieces: readonly SectionPiece[]
  existing: readonly Existing[]
  /** For each piece the section it seems to stand for. */
  matches: readonly (number | null)[]
  secondary: ReactNode
  onTaken: () => void
}

/** One comparison for each section that differs, to take or to leave; then one reason for all that are taken. */
export function CompareForm({ pieces, existing, matches, secondary, onTaken }: CompareFormProps) {
  const [targets, setTargets] = useState(
    () => new Map(pieces.map(({ key }, index) => [key, matches[index] ?? null])),
  )
  const [verdicts, setVerdicts] = useState<ReadonlyMap<number, Verdict>>(new Map())
  const [failures, setFailures] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (failures > 0) form.current?.querySelector<HTMLElement>('[data-undecided] input')?.focus()
  }, [failures])
  const take = useMutation(orpc.documents.takeSections.mutationOptions({ onSuccess: onTaken }))
  const state = useApproval(take.error)
  useUnsaved(!take.isPending)
  const compared = comparedOf(pieces, { existing, targets })
  const differing = compared.filter(({ isSame }) => !isSame)
  const problems = undecidedOf(compared, verdicts, words)
  const taken = differing.filter(({ piece }) => verdicts.get(piece.key) === 'take')
  const decide = (keys: readonly number[], verdict: Verdict) =>
    setVerdicts(new Map([...verdicts, ...keys.map((key) => [key, verdict] as const)]))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isComplete = problems.size === 0 && (taken.length === 0 || state.check())
    if (!isComplete) setFailures(failures + 1)
    else if (taken.length === 0) onTaken()
    else take.mutate({ sections: taken.map(takenOf), ...state.approval })
  }
  return (
    <form ref={form} className={styles.stack} onSubmit={submit} noValidate>
      <Others compared={compared} existing={existing} />
      <ol className={styles.compared} aria-label={words.whatDiffers}>
        {differing.map((each) => (
          <ComparedSection
            key={each.piece.key}
            compared={each}
            existing={existing}
            verdict={verdicts.get(each.piece.key) ?? null}
            problem={failures > 0 ? problems.get(each.piece.key) : undefined}
            onStandsFor={(id) => setTargets(new Map([...targets, [each.piece.key, id]]))}
            onDecide={(verdict) => decide([each.piece.key], verdict)}
          />
        ))}
      </ol>
      {differing.length === 0 ? (
        <Actions>{secondary}</Actions>
      ) : (
        <Card className={styles.narrow}>
          <div className={layout.fields}>
            {taken.length > 0 && <ApprovalFields state={state} isPlannable />}
            {state.isOtherError && <ErrorNote error={take.error} />}
            <Actions>
              <Button type="submit" loading={take.isPending}>
                {taken.length === 0
                  ? words.leaveAllAsItIs
                  : words.takeWordings(count(taken.length, 'wording', locale))}
              </Button>
              {secondary}
            </Actions>
          </div>
        </Card>
      )}
    </form>
  )
}

const takenOf = ({ piece: { name, text }, standsFor }: Compared) => ({
  documentId: standsFor?.id ?? null,
  name,
  text,
})

/** What is the same, and what is not in the document: named, so that nobody wonders. */
function Others({ compared, existing }: { compared: readonly Compared[]; existing: readonly Existing[] }) {
  const same = compared.filter(({ isSame }) => isSame).flatMap(({ standsFor }) => standsFor?.name ?? [])
  const missing = missingOf(compared, existing).map(({ name }) => name)
  return (
    <div className={layout.quiet}>
      <p>{words.differ(count(compared.length - same.length, 'section', locale))}</p>
      {same.length > 0 && <p>{words.wordForWordTheSame(same.join(', '))}</p>}
      {missing.length > 0 && <p>{words.notInTheDocument(missing.join(', '))}</p>}
    </div>
  )
}
