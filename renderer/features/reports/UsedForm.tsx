import { Button, NumberInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReportLine } from '../../../shared/contract/reports/reports.ts'
import { formatMonth } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { locale } from '../../ui/lib/locale.ts'
import styles from './place.module.css'
import { words } from './words.ts'

/** Adoption where it is counted: of the outputs offered in the month each line is of, those that were used. */
export function UsedForm({ lines }: { lines: readonly ReportLine[] }) {
  return (
    <details>
      <summary>{words.outputsUsed}</summary>
      <p className={styles.quiet}>{words.usedHint}</p>
      {lines.map((line) => (
        <UsedOfLine key={line.workflowId} line={line} />
      ))}
    </details>
  )
}

type Typed = number | ''
const most = 100_000_000

function UsedOfLine({ line: { workflowId, name, finding, used } }: { line: ReportLine }) {
  const [offered, setOffered] = useState<Typed>(used?.offered ?? '')
  const [taken, setTaken] = useState<Typed>(used?.used ?? '')
  const save = useMutation(orpc.reports.setUsed.mutationOptions())
  const isEmpty = offered === '' && taken === ''
  const about = words.usedIn(name, formatMonth(finding.month, locale))
  const field = (label: string, value: Typed, set: (value: Typed) => void) => (
    <NumberInput
      label={label}
      min={0}
      max={most}
      hideControls
      allowDecimal={false}
      value={value}
      onChange={(typed) => set(typeof typed === 'number' ? typed : '')}
    />
  )
  return (
    <form
      aria-label={about}
      className={styles.used}
      onSubmit={(event) => {
        event.preventDefault()
        // A field that is left empty is named by the answer, as one that does not fit is.
        const counted = { offered: Number(offered || 0), used: taken === '' ? Number.NaN : taken }
        save.mutate({ workflowId, month: finding.month, used: isEmpty ? null : counted })
      }}
    >
      <p>{about}</p>
      {field(words.offered, offered, setOffered)}
      {field(words.used, taken, setTaken)}
      <Button type="submit" variant="default" loading={save.isPending}>
        {words.saveUsed}
      </Button>
      <span role="status">{save.isSuccess && words.saved}</span>
      {save.isError && <ErrorNote error={save.error} />}
    </form>
  )
}
