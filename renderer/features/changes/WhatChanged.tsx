import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { ChangeKind } from '../../../shared/contract/changes.ts'
import { kindLabels } from '../../parts/changes/change-words.ts'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import layout from '../../ui/layout/layout.module.css'
import type { ChangeDraft, ChangeProblems, KeptWording } from './change-draft.ts'
import styles from './changes.module.css'
import { words } from './words.ts'

export type PartProps = {
  draft: ChangeDraft
  problems: ChangeProblems
  set: (part: Partial<ChangeDraft>) => void
}

/** The kinds a person may write down. */
const selectableKinds: readonly ChangeKind[] = ['foundation', 'prompt', 'model', 'other']

/** What kind of change it is, its line for the log, and both wordings: of what is kept here the one in force. */
export function WhatChanged({ draft, problems, set, kept }: PartProps & { kept: KeptWording }) {
  return (
    <>
      <div data-problem={problems.kind && true}>
        <p className={layout.fieldLabel}>{words.kind}</p>
        <Segmented
          label={words.kind}
          value={draft.kind}
          onChange={(kind) => set({ kind, documentId: null, to: '' })}
          options={selectableKinds.map((value) => ({ value, label: kindLabels[value] }))}
        />
        {problems.kind && <p className={styles.error}>{problems.kind}</p>}
      </div>
      <TextInput
        label={words.whatChanged}
        description={words.oneLineAsItShould}
        value={draft.what}
        error={problems.what}
        onChange={(event) => set({ what: event.currentTarget.value })}
      />
      {kept.choices.length > 0 && draft.kind === 'foundation' && (
        <NativeSelect
          label={words.section}
          value={kept.document?.id ?? ''}
          data={kept.choices.map(({ id, name }) => ({ value: String(id), label: name }))}
          onChange={(event) => set({ documentId: Number(event.currentTarget.value), to: '' })}
        />
      )}
      {kept.document !== null && (
        <p className={layout.quiet}>{words.becomesTheNextVersion(kept.document.name)}</p>
      )}
      <div className={layout.pair}>
        <Textarea
          label={words.fromWordForWord}
          description={kept.document === null ? words.keptSoThatYouCan : words.theWordingInForce}
          readOnly={kept.document !== null}
          autosize
          minRows={3}
          maxRows={12}
          value={kept.document === null ? draft.from : kept.from}
          error={problems.from}
          onChange={(event) => set({ from: event.currentTarget.value })}
        />
        <Textarea
          label={words.toWordForWord}
          description={words.whatStandsInTheAi}
          autosize
          minRows={3}
          maxRows={12}
          value={kept.document === null ? draft.to : kept.text}
          error={problems.to}
          onChange={(event) => set({ to: event.currentTarget.value })}
        />
      </div>
    </>
  )
}
