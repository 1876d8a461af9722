import { NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RetiredFact, RetiredFactFields } from '../../../shared/contract/retired-facts.ts'
import { orpc } from '../../api/client.ts'
import { useCompanyFacts } from '../../parts/documents/use-company-facts.ts'
import { refusalsOf } from '../../ui/fields/refusals.ts'
import { FormDialog } from '../../ui/layout/FormDialog.tsx'
import layout from '../../ui/layout/layout.module.css'
import { words } from './words.ts'

type RetiredFactDialogProps = {
  /** Null for a new one. */
  fact: RetiredFact | null
  onClose: () => void
}

/** What is no longer true, and what is instead. */
export function RetiredFactDialog({ fact, onClose }: RetiredFactDialogProps) {
  const { today } = useCompanyFacts()
  const [fields, setFields] = useState<RetiredFactFields>(
    fact ?? { term: '', replacement: '', retiredOn: today, sectionId: null },
  )
  const [isChecked, setIsChecked] = useState(false)
  const sections = useQuery(orpc.documents.list.queryOptions({ input: { workflowId: null } }))
  const save = useMutation(orpc.retiredFacts.save.mutationOptions({ onSuccess: onClose }))
  const { problems, rest } = refusalsOf(save.error, ['term', 'replacement', 'retiredOn', 'sectionId'])
  const missing = isChecked ? missingIn(fields) : {}
  const set = (part: Partial<RetiredFactFields>) => setFields({ ...fields, ...part })
  const submit = () => {
    setIsChecked(true)
    if (Object.keys(missingIn(fields)).length > 0) return
    const { term, replacement, retiredOn, sectionId } = fields
    save.mutate({ id: fact?.id ?? null, rev: fact?.rev ?? null, term, replacement, retiredOn, sectionId })
  }
  return (
    <FormDialog
      title={fact ? words.retiredFact : words.addARetiredFact}
      submitLabel={fact ? words.save : words.addIt}
      isBusy={save.isPending}
      error={rest}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput
        label={words.whatIsNoLongerTrue}
        description={words.asItWouldBeWritten}
        maxLength={120}
        value={fields.term}
        error={missing.term ?? problems.term}
        onChange={(event) => set({ term: event.currentTarget.value })}
      />
      <TextInput
        label={words.inItsPlace}
        description={words.whatStandsThereNowEmpty}
        maxLength={200}
        value={fields.replacement}
        error={problems.replacement}
        onChange={(event) => set({ replacement: event.currentTarget.value })}
      />
      <div className={layout.pair}>
        <TextInput
          type="date"
          label={words.retiredOn}
          value={fields.retiredOn}
          error={missing.retiredOn ?? problems.retiredOn}
          onChange={(event) => set({ retiredOn: event.currentTarget.value })}
        />
        <NativeSelect
          label={words.section}
          data={[
            { value: '', label: words.none },
            ...(sections.data ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          value={fields.sectionId === null ? '' : String(fields.sectionId)}
          error={problems.sectionId}
          onChange={(event) => set({ sectionId: Number(event.currentTarget.value) || null })}
        />
      </div>
    </FormDialog>
  )
}

function missingIn({ term, retiredOn }: RetiredFactFields): Partial<Record<'term' | 'retiredOn', string>> {
  return {
    ...(term.trim() === '' && { term: words.enterWhatIsNoLonger }),
    ...(retiredOn === '' && { retiredOn: words.enterTheDayItWas }),
  }
}
