import { NativeSelect, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { signalKindIds, signalKinds } from '../../../shared/domain/foundation/signal-kinds.ts'
import { orpc } from '../../api/client.ts'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import layout from '../../ui/layout/layout.module.css'
import type { SignalDraft } from './capture.ts'
import styles from './signals.module.css'
import { words } from './words.ts'

type SignalFieldsProps<Draft extends SignalDraft> = {
  draft: Draft
  problems: Record<string, string>
  onChange: (draft: Draft) => void
}

const kinds = signalKindIds.map((value) => ({ value, label: signalKinds[value].label }))

/** What came up, of which kind, and what it is about; Enter in the text sends the form. */
export function SignalFields<Draft extends SignalDraft>({
  draft,
  problems,
  onChange,
}: SignalFieldsProps<Draft>) {
  const text = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    text.current?.focus()
    text.current?.setSelectionRange(text.current.value.length, text.current.value.length)
  }, [])
  const workflows = useQuery(orpc.workflows.list.queryOptions())
  const sections = useQuery(orpc.documents.list.queryOptions({ input: { workflowId: null } }))
  const set = (part: Partial<SignalDraft>) => onChange({ ...draft, ...part })
  return (
    <>
      <Textarea
        ref={text}
        label={words.whatCameUp}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={1000}
        value={draft.text}
        error={problems.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
        onKeyDown={sendOnEnter}
      />
      <div>
        <p className={layout.fieldLabel}>{words.kind}</p>
        <Segmented label={words.kind} value={draft.kind} options={kinds} onChange={(kind) => set({ kind })} />
      </div>
      <div className={styles.pair}>
        <ChoiceOf
          label={words.workflowOptional}
          none={words.noneInParticular}
          choices={workflows.data ?? []}
          value={draft.workflowId}
          error={problems.workflowId}
          onChange={(workflowId) => set({ workflowId })}
        />
        <ChoiceOf
          label={words.foundationSectionOptional}
          none={words.noneInParticular}
          choices={sections.data ?? []}
          value={draft.sectionId}
          error={problems.sectionId}
          onChange={(sectionId) => set({ sectionId })}
        />
      </div>
    </>
  )
}

type ChoiceOfProps = {
  label: string
  none: string
  choices: readonly { id: number; name: string }[]
  value: number | null
  error: string | undefined
  onChange: (id: number | null) => void
}

function ChoiceOf({ label, none, choices, value, error, onChange }: ChoiceOfProps) {
  return (
    <NativeSelect
      label={label}
      value={value === null ? '' : String(value)}
      error={error}
      data={[
        { value: '', label: none },
        ...choices.map(({ id, name }) => ({ value: String(id), label: name })),
      ]}
      onChange={({ currentTarget }) =>
        onChange(currentTarget.value === '' ? null : Number(currentTarget.value))
      }
    />
  )
}

function sendOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
  event.preventDefault()
  if (!event.repeat) event.currentTarget.form?.requestSubmit()
}

/** What is missing, once it was asked for; goes as soon as something is typed. */
export function useSignalProblems({ text }: SignalDraft) {
  const [wasAsked, setAsked] = useState(false)
  const isEmpty = text.trim() === ''
  const problems: Record<string, string> = wasAsked && isEmpty ? { text: words.enterWhatCameUp } : {}
  return {
    problems,
    isComplete(): boolean {
      setAsked(isEmpty)
      return !isEmpty
    },
  }
}
