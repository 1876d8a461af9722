import { TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { fieldErrorsOf } from '../../api/errors.ts'
import { WhyField } from '../changes/WhyField.tsx'
import styles from './documents.module.css'
import { useCompanyFacts } from './use-company-facts.ts'

/** Why a wording changes, since when it is in force, and who stands behind it. */
export type Approval = { why: string; liveOn: string; decidedBy: string; approvedBy: string }

type Problems = Partial<Record<keyof Approval, string>>

const fields = ['why', 'liveOn', 'decidedBy', 'approvedBy'] as const

/** The state of `ApprovalFields`; `check` says whether all is there and shows what is missing. */
export function useApproval(error: unknown) {
  const { today, ownerName } = useCompanyFacts()
  const [approval, setApproval] = useState<Approval>({
    why: '',
    liveOn: today,
    decidedBy: ownerName,
    approvedBy: '',
  })
  const [failures, setFailures] = useState(0)
  const refused = error === null ? {} : fieldErrorsOf(error)
  const problems: Problems = { ...refused, ...(failures > 0 ? problemsOf(approval) : {}) }
  return {
    approval,
    problems,
    failures,
    today,
    /** True when the core's refusal is about none of these fields, so that it must be shown elsewhere. */
    isOtherError: error !== null && !fields.some((field) => field in refused),
    set: (part: Partial<Approval>) => setApproval({ ...approval, ...part }),
    check(): boolean {
      const isComplete = Object.keys(problemsOf(approval)).length === 0
      if (!isComplete) setFailures(failures + 1)
      return isComplete
    },
  }
}

export type ApprovalState = ReturnType<typeof useApproval>

export function ApprovalFields({ state }: { state: ApprovalState }) {
  const { approval, problems, failures, today, set } = state
  const container = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (failures > 0) container.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [failures])
  return (
    <div ref={container} className={styles.fields}>
      <WhyField why={approval.why} error={problems.why} onChange={(why) => set({ why })} />
      <div className={styles.triple}>
        <TextInput
          type="date"
          label="In force since"
          max={today}
          value={approval.liveOn}
          error={problems.liveOn}
          onChange={(event) => set({ liveOn: event.currentTarget.value })}
        />
        <TextInput
          label="Decided by"
          maxLength={200}
          value={approval.decidedBy}
          error={problems.decidedBy}
          onChange={(event) => set({ decidedBy: event.currentTarget.value })}
        />
        <TextInput
          label="Approved by"
          maxLength={200}
          value={approval.approvedBy}
          error={problems.approvedBy}
          onChange={(event) => set({ approvedBy: event.currentTarget.value })}
        />
      </div>
    </div>
  )
}

function problemsOf({ why, liveOn }: Approval): Problems {
  return {
    ...(why.trim() === '' ? { why: 'Enter why it changes.' } : {}),
    ...(liveOn === '' ? { liveOn: 'Enter the day since when it is in force.' } : {}),
  }
}
