import { TextInput } from '@mantine/core'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import layout from '../../ui/layout/layout.module.css'
import type { ApprovalState } from './ApprovalFields.tsx'
import styles from './documents.module.css'
import { forEveryone } from './roll-out.ts'
import { words } from './words.ts'

const stages = [
  { value: 'production', label: words.forEveryone },
  { value: 'pilot', label: words.pilotWithOneTeam },
  { value: 'testing', label: words.testing },
] as const

/** Who uses the new wording from now on. */
export function RollOutFields({ state: { approval, problems, set } }: { state: ApprovalState }) {
  const { rollOut } = approval
  return (
    <div className={styles.rollOut}>
      <div>
        <p className={layout.fieldLabel}>{words.rollOut}</p>
        <Segmented
          label="Roll-out"
          value={stages.find(({ value }) => value === rollOut.stage)?.value ?? null}
          options={stages}
          onChange={(stage) =>
            set({ rollOut: stage === 'pilot' ? { ...rollOut, stage } : { ...forEveryone, stage } })
          }
        />
      </div>
      {rollOut.stage === 'pilot' && (
        <>
          <TextInput
            label={words.team}
            maxLength={120}
            value={rollOut.team}
            error={problems.team}
            onChange={({ currentTarget }) => set({ rollOut: { ...rollOut, team: currentTarget.value } })}
          />
          <TextInput
            type="date"
            label={words.until}
            min={approval.liveOn}
            value={rollOut.until ?? ''}
            error={problems.until}
            onChange={({ currentTarget }) =>
              set({ rollOut: { ...rollOut, until: currentTarget.value === '' ? null : currentTarget.value } })
            }
          />
        </>
      )}
    </div>
  )
}
