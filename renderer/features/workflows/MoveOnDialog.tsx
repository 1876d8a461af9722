import { TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type Release, type RollOut, RollOutStage } from '../../../shared/contract/documents.ts'
import { orpc } from '../../api/client.ts'
import { rollOutLabels, rollOutWords } from '../../parts/documents/release-words.ts'
import { useCompanyFacts } from '../../parts/documents/use-company-facts.ts'
import { FieldError } from '../../ui/fields/FieldError.tsx'
import { refusalsOf } from '../../ui/fields/refusals.ts'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import { FormDialog } from '../../ui/layout/FormDialog.tsx'
import layout from '../../ui/layout/layout.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { words } from './words.ts'

const stages = RollOutStage.options.map((value) => ({ value, label: rollOutLabels[value] }))

const meanings: Readonly<Record<RollOutStage, string>> = {
  testing: words.triedOutByThoseWho,
  pilot: words.oneTeamUsesItFor,
  production: words.everyoneUsesIt,
  retired: words.nobodyUsesItAnyMore,
}

/** Writes down that a release has come to another stage; the earlier stages stay on record. */
export function MoveOnDialog({ release, onClose }: { release: Release; onClose: () => void }) {
  const { today } = useCompanyFacts()
  const { workflowId, number, rollOut } = release
  const [stage, setStage] = useState<RollOut['stage'] | null>(null)
  const [since, setSince] = useState(today)
  const [team, setTeam] = useState(rollOut.team)
  const [until, setUntil] = useState(rollOut.until ?? '')
  const [isChecked, setIsChecked] = useState(false)
  const move = useMutation(orpc.releases.setStage.mutationOptions({ onSuccess: onClose }))
  const { problems, rest } = refusalsOf(move.error, ['stage', 'since', 'team', 'until'])
  const isPilot = stage === 'pilot'
  const missing = {
    stage: stage === null ? words.chooseTheStageItHas : undefined,
    since: since === '' ? words.enterSinceWhen : undefined,
    team: isPilot && team.trim() === '' ? words.enterWhichTeamTriesIt : undefined,
    until: isPilot && until === '' ? words.enterUntilWhenThePilot : undefined,
  }
  const shown = { ...problems, ...(isChecked ? definedOf(missing) : {}) }
  const submit = () => {
    setIsChecked(true)
    if (stage === null || Object.keys(definedOf(missing)).length > 0) return
    move.mutate({
      workflowId,
      number,
      since,
      stage,
      team: isPilot ? team : '',
      until: isPilot ? until : null,
    })
  }
  return (
    <FormDialog
      title={words.moveReleaseOn(number)}
      submitLabel={words.moveItOn}
      isBusy={move.isPending}
      error={rest}
      onClose={onClose}
      onSubmit={submit}
    >
      <p className={layout.quiet}>{words.now(rollOutWords(rollOut, locale))}</p>
      <div>
        <p className={layout.fieldLabel}>{words.stage}</p>
        <Segmented label={words.stage} value={stage} options={stages} onChange={setStage} />
        {stage && <p className={layout.underField}>{meanings[stage]}</p>}
        {shown.stage && <FieldError>{shown.stage}</FieldError>}
      </div>
      {isPilot && (
        <div className={layout.pair}>
          <TextInput
            label={words.team}
            maxLength={120}
            value={team}
            error={shown.team}
            onChange={(event) => setTeam(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={words.until}
            value={until}
            error={shown.until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
        </div>
      )}
      <div className={layout.pair}>
        <TextInput
          type="date"
          label={words.since}
          max={today}
          value={since}
          error={shown.since}
          onChange={(event) => setSince(event.currentTarget.value)}
        />
      </div>
    </FormDialog>
  )
}

function definedOf<Field extends string>(problems: Record<Field, string | undefined>) {
  return Object.fromEntries(
    Object.entries(problems).filter(([, problem]) => problem !== undefined),
  ) as Partial<Record<Field, string>>
}
