import { Button, NumberInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReportPage } from '../../../shared/contract/reports/reports.ts'
import { twelveMonthsWords } from '../../../shared/domain/report/twelve-months.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { locale } from '../../ui/lib/locale.ts'
import styles from './place.module.css'
import { words } from './words.ts'

const usualCurrency = 'EUR'

/** With what the page counts hours in money. */
export function CostsForm({ costs, hours }: Pick<ReportPage, 'costs' | 'hours'>) {
  const [amount, setAmount] = useState<number | ''>(costs.hourlyCost?.amount ?? '')
  const [currency, setCurrency] = useState(costs.hourlyCost?.currency ?? usualCurrency)
  const [updateHours, setUpdateHours] = useState<number | ''>(costs.updateHours)
  const save = useMutation(orpc.reports.setCosts.mutationOptions())
  return (
    <details>
      <summary>{words.costs}</summary>
      <form
        className={styles.costs}
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate({
            hourlyCost: amount === '' ? null : { amount, currency: currency.trim().toUpperCase() },
            updateHours: updateHours === '' ? costs.updateHours : updateHours,
          })
        }}
      >
        <NumberInput
          label={words.anHourCosts}
          min={1}
          max={10_000}
          hideControls
          value={amount}
          onChange={(value) => setAmount(typeof value === 'number' ? value : '')}
        />
        <TextInput
          label={words.currency}
          maxLength={3}
          value={currency}
          onChange={(event) => setCurrency(event.currentTarget.value)}
        />
        <NumberInput
          label={words.anUpdateTakes}
          min={1}
          max={500}
          hideControls
          value={updateHours}
          onChange={(value) => setUpdateHours(typeof value === 'number' ? value : '')}
        />
        <Button type="submit" variant="default" loading={save.isPending}>
          {words.saveCosts}
        </Button>
        <span role="status">{save.isSuccess && words.saved}</span>
      </form>
      <p className={styles.quiet}>{words.costsHint}</p>
      <p>{twelveMonthsWords(hours, costs, locale)}</p>
      {save.isError && <ErrorNote error={save.error} />}
    </details>
  )
}
