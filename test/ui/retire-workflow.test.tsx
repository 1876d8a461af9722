import { expect, test } from 'vitest'
import { WorkflowForm } from '../../renderer/parts/workflows/WorkflowForm.tsx'
import { newWorkflowValues } from '../../renderer/parts/workflows/workflow-values.ts'
import type { WorkflowFields } from '../../shared/contract/workflows.ts'
import { show } from './helpers/show.tsx'

test('retiring a workflow asks for its last day and why', async () => {
  const sent: [WorkflowFields, string][] = []
  const { screen, text } = await show(
    <WorkflowForm
      initial={{ ...newWorkflowValues(), name: 'Offers', measure: 'minutes', byHandMinutes: '20' }}
      parts={['about']}
      submitLabel="Save"
      error={null}
      isBusy={false}
      onSubmit={(fields, reason) => sent.push([fields, reason])}
    />,
  )
  expect(text()).not.toContain('Why does this change?')
  await screen.getByRole('radio', { name: 'Retired' }).click()
  await screen.getByRole('button', { name: 'Save' }).click()
  await expect.poll(text).toContain('Enter the last day it was in use.')
  expect(text()).toContain('Enter why this changes.')
  await screen.getByLabelText('In use until').fill('2026-10-31')
  await screen.getByLabelText('Why does this change?').fill('Replaced by a plug-in')
  await screen.getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => sent.length).toBe(1)
  expect(sent[0]?.[0]).toMatchObject({ stage: 'retired', retiredOn: '2026-10-31' })
  expect(sent[0]?.[1]).toBe('Replaced by a plug-in')
})
