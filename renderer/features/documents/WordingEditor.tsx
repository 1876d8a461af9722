import { Textarea, TextInput } from '@mantine/core'
import type { Document } from '../../../shared/contract/documents.ts'
import { type ModelParts, modelParts, modelText } from '../../../shared/domain/model-tests/model-text.ts'
import { Variables } from '../../parts/documents/Variables.tsx'
import layout from '../../ui/layout/layout.module.css'
import styles from './documents.module.css'
import { SectionChoice } from './SectionChoice.tsx'
import type { DraftEditing } from './use-draft-editing.ts'
import { words } from './words.ts'

type WordingEditorProps = { document: Document; editing: DraftEditing }

/** Writing a draft: a section's text, a prompt with what it draws on, or a model's facts. */
export function WordingEditor({ document, editing }: WordingEditorProps) {
  const { wording, change, flush } = editing
  if (document.kind === 'model') return <ModelEditor editing={editing} />
  return (
    <div className={layout.fields}>
      <Textarea
        aria-label={words.wording}
        classNames={{ input: styles.editor }}
        autosize
        minRows={10}
        maxRows={18}
        spellCheck
        autoFocus
        value={wording.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
        onBlur={flush}
      />
      {document.kind === 'prompt' && (
        <>
          <Variables text={wording.text} />
          <SectionChoice chosen={wording.sectionIds} onChange={(sectionIds) => change({ sectionIds })} />
        </>
      )}
    </div>
  )
}

function ModelEditor({ editing: { wording, change, flush } }: { editing: DraftEditing }) {
  const parts = modelParts(wording.text)
  const set = (part: Partial<ModelParts>) => change({ text: modelText({ ...parts, ...part }) })
  return (
    <div className={layout.fields}>
      <div className={layout.pair}>
        <TextInput
          label={words.vendor}
          description={words.whoRunsTheModel}
          maxLength={200}
          value={parts.vendor}
          onChange={(event) => set({ vendor: event.currentTarget.value })}
          onBlur={flush}
        />
        <TextInput
          label={words.model}
          description={words.itsExactNameAsThe}
          maxLength={200}
          value={parts.model}
          onChange={(event) => set({ model: event.currentTarget.value })}
          onBlur={flush}
        />
      </div>
      <Textarea
        label={words.modelSettings}
        description={words.oneALineForExample}
        autosize
        minRows={4}
        maxRows={14}
        value={parts.settings}
        onChange={(event) => set({ settings: event.currentTarget.value })}
        onBlur={flush}
      />
    </div>
  )
}
