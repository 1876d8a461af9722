import { TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { RollOut } from '../../../shared/contract/documents.ts'
import { fieldErrorsOf } from '../../api/errors.ts'
import layout from '../../ui/layout/layout.module.css'
import type { ChangeSubject, Lead } from '../changes/leads.ts'
import { idsOf, useLeads } from '../changes/use-leads.ts'
import { WhatLedToIt } from '../changes/WhatLedToIt.tsx'
import { WhyField } from '../changes/WhyField.tsx'
import { NameField } from '../people/NameField.tsx'
import { forEveryone } from './roll-out.ts'
import { useCompanyFacts } from './use-company-facts.ts'
import { words } from './words.ts'

/** Since when a wording is in force, who stands behind it, and who uses it. */
type Facts = { liveOn: string; decidedBy: string; approvedBy: string; rollOut: RollOut }

/** What is asked before a wording is put in force. */
export type Approval = Facts & { why: string; signalIds: number[]; actionIds: number[] }

type Problems = Partial<Record<(typeof fields)[number], string>>

const fields = ['why', 'liveOn', 'decidedBy', 'approvedBy', 'team', 'until'] as const

/**
 * The state of `ApprovalFields`; `check` says whether all is there and shows what is missing. With a subject,
 * what came up and fits it is offered as what led to it.
 */
export function useApproval(
  error: unknown,
  subject: ChangeSubject | null = null,
  isChosenAtFirst: (lead: Lead) => boolean = () => false,
  /** The why to begin with. */
  firstWhy: string | null = null,
) {
  const { today, ownerName } = useCompanyFacts()
  const leads = useLeads(subject, isChosenAtFirst, firstWhy)
  const [first] = useState<Facts>({
    liveOn: today,
    decidedBy: ownerName,
    approvedBy: '',
    rollOut: forEveryone,
  })
  const [facts, setFacts] = useState(first)
  const [failures, setFailures] = useState(0)
  const approval: Approval = { ...facts, why: leads.why, ...idsOf(leads.chosen) }
  const refused = error === null ? {} : byField(fieldErrorsOf(error))
  const problems: Problems = { ...refused, ...(failures > 0 ? problemsOf(approval) : {}) }
  return {
    approval,
    leads,
    problems,
    failures,
    error,
    today,
    isTouched: facts !== first || leads.isTouched,
    /** True when the core's refusal is about none of these fields, so that it must be shown elsewhere. */
    isOtherError: error !== null && !fields.some((field) => field in refused),
    set: (part: Partial<Facts>) => setFacts({ ...facts, ...part }),
    check(): boolean {
      const isComplete = Object.keys(problemsOf(approval)).length === 0
      if (!isComplete) setFailures(failures + 1)
      return isComplete
    },
  }
}

export type ApprovalState = ReturnType<typeof useApproval>

/** `isPlannable`: a day ahead plans the wording for it. */
export function ApprovalFields({
  state,
  isPlannable = false,
}: {
  state: ApprovalState
  isPlannable?: boolean
}) {
  const { approval, leads, problems, failures, error, today, set } = state
  const container = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (failures === 0 && error === null) return
    const form = container.current?.closest('form') ?? container.current
    form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [failures, error])
  return (
    <div ref={container} className={layout.fields}>
      <WhatLedToIt leads={leads} />
      <WhyField why={leads.why} error={problems.why} onChange={leads.setWhy} />
      <div className={layout.triple}>
        <TextInput
          type="date"
          label={words.inForceSince}
          {...(isPlannable ? {} : { max: today })}
          description={isPlannable && approval.liveOn > today ? words.plannedUntilThen : undefined}
          value={approval.liveOn}
          error={problems.liveOn}
          onChange={(event) => set({ liveOn: event.currentTarget.value })}
        />
        <NameField
          label={words.decidedBy}
          value={approval.decidedBy}
          error={problems.decidedBy}
          onChange={(event) => set({ decidedBy: event.currentTarget.value })}
        />
        <NameField
          label={words.approvedBy}
          value={approval.approvedBy}
          error={problems.approvedBy}
          onChange={(event) => set({ approvedBy: event.currentTarget.value })}
        />
      </div>
    </div>
  )
}

/** "rollOut.team" is the field "team". */
const byField = (problems: Record<string, string>): Problems =>
  Object.fromEntries(Object.entries(problems).map(([field, message]) => [field.split('.').at(-1), message]))

function problemsOf({ why, liveOn, rollOut: { stage, team, until } }: Approval): Problems {
  return {
    ...(why.trim() === '' ? { why: words.enterWhyItChanges } : {}),
    ...(liveOn === '' ? { liveOn: words.enterTheDaySinceWhen } : {}),
    ...(stage === 'pilot' && team.trim() === '' ? { team: words.enterWhichTeamUsesIt } : {}),
    ...(stage === 'pilot' && until === null ? { until: words.enterUntilWhenThePilot } : {}),
  }
}
