import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import type { Side } from '../../../../shared/contract/model-tests/test.ts'
import { orpc } from '../../../api/client.ts'
import layout from '../../../ui/layout/layout.module.css'
import { locale } from '../../../ui/lib/locale.ts'
import { modelListId } from './ModelIds.tsx'
import styles from './set-up.module.css'
import { type SideDraft, sideDraftOf } from './set-up-draft.ts'
import { instructionsDifference, releaseLabel, sideLabels } from './set-up-words.ts'
import { words as say } from './words.ts'

type SideFieldsProps = {
  side: Side
  workflowId: number
  draft: SideDraft
  /** What the candidate is compared with. */
  current: SideDraft
  problems: Readonly<Record<string, string>>
  path: string
  onChange: (draft: SideDraft) => void
}

/** What one side of a test runs on. */
export function SideFields(props: SideFieldsProps) {
  const { side, workflowId, draft, current, problems, path, onChange } = props
  const set = (part: Partial<SideDraft>) => onChange({ ...draft, ...part })
  return (
    <fieldset className={styles.side}>
      <legend className={styles.sideName}>{sideLabels[side]}</legend>
      <StartFrom workflowId={workflowId} draft={draft} onChange={onChange} />
      <TextInput
        label={say.name}
        maxLength={120}
        value={draft.name}
        error={problems[`${path}.name`]}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <div className={layout.pair}>
        <TextInput
          label={say.vendor}
          maxLength={100}
          value={draft.vendor}
          error={problems[`${path}.vendor`]}
          onChange={(event) => set({ vendor: event.currentTarget.value })}
        />
        <TextInput
          label={say.longestAnswerInTokens}
          inputMode="numeric"
          value={draft.maxTokens}
          error={problems[`${path}.maxTokens`]}
          onChange={(event) => set({ maxTokens: event.currentTarget.value })}
        />
      </div>
      <FetchedFrom
        draft={draft}
        error={problems[`${path}.provider`]}
        onChange={(provider) => set({ provider })}
      />
      <TextInput
        label={say.modelId}
        description={say.onlyNeededToFetchOutputs}
        maxLength={120}
        spellCheck={false}
        autoComplete="off"
        list={modelListId(draft.provider)}
        value={draft.model}
        error={problems[`${path}.model`]}
        onChange={(event) => set({ model: event.currentTarget.value })}
      />
      <Textarea
        label={say.settings}
        description={say.oneOnEachLine}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={4000}
        spellCheck={false}
        value={draft.settings}
        error={problems[`${path}.settings`]}
        onChange={(event) => set({ settings: event.currentTarget.value })}
      />
      <Instructions
        side={side}
        text={draft.instructions}
        current={current.instructions}
        error={problems[`${path}.instructions`]}
        onChange={(instructions) => set({ instructions })}
      />
    </fieldset>
  )
}

type FetchedFromProps = {
  draft: SideDraft
  error: string | undefined
  onChange: (providerId: string) => void
}

/** The provider that is asked, where there is a choice. */
function FetchedFrom({ draft, error, onChange }: FetchedFromProps) {
  const { data: providers = [] } = useQuery(orpc.provider.list.queryOptions())
  if (providers.length < 2) return null
  return (
    <NativeSelect
      label={say.fetchedFrom}
      value={draft.provider}
      error={error}
      data={providers.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

const byHand = ''

type StartFromProps = { workflowId: number; draft: SideDraft; onChange: (draft: SideDraft) => void }

function StartFrom({ workflowId, draft, onChange }: StartFromProps) {
  const starts = useQuery(orpc.modelTests.starts.queryOptions({ input: { workflowId } }))
  const releases = starts.data ?? []
  const choose = (value: string) => {
    const start = releases.find(({ releaseNumber }) => String(releaseNumber) === value)
    if (!start) return onChange({ ...draft, releaseNumber: null })
    const { liveOn: _liveOn, isLive: _isLive, ...side } = start
    onChange(sideDraftOf(side, locale))
  }
  return (
    <NativeSelect
      label={say.startFrom}
      value={draft.releaseNumber === null ? byHand : String(draft.releaseNumber)}
      data={[
        { value: byHand, label: say.writtenByHand },
        ...releases.map((release) => ({
          value: String(release.releaseNumber),
          label: releaseLabel(release, locale),
        })),
      ]}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  )
}

type InstructionsProps = {
  side: Side
  text: string
  current: string
  error: string | undefined
  onChange: (text: string) => void
}

function Instructions({ side, text, current, error, onChange }: InstructionsProps) {
  return (
    <details className={styles.instructions}>
      <summary>
        {say.instructions}
        <InstructionsLine side={side} text={text} current={current} />
      </summary>
      <Textarea
        aria-label={say.instructions2}
        description={say.promptWithItsFoundationSections}
        rows={12}
        value={text}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </details>
  )
}

/** How the instructions stand to those of the current side. */
function InstructionsLine({ side, text, current }: Pick<InstructionsProps, 'side' | 'text' | 'current'>) {
  const settled = useDeferredValue(text)
  const compared = useDeferredValue(current)
  const words = useMemo(() => {
    if (settled.trim() === '') return say.noneYet
    return side === 'current' ? '' : instructionsDifference(compared, settled, locale)
  }, [side, settled, compared])
  return <span className={layout.quiet}>{words}</span>
}
