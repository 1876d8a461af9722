import { afterEach, beforeEach, expect, test } from 'vitest'
import { Router } from 'wouter'
import { SetUpPage } from '../../renderer/pages/first-run/SetUpPage.tsx'
import { useHashLocation } from '../../renderer/ui/lib/hash-location.ts'
import type { CompanyState } from '../../shared/contract/company.ts'
import { expectAccessible, show } from './helpers/show.tsx'

const state = {
  isSample: false,
  company: { name: 'Northwind', ownerName: 'Dana', createdAt: '2026-11-21T09:00:00.000Z' },
  preferences: { theme: 'system', reviewDay: 7 },
  today: '2026-11-21',
} as unknown as CompanyState

beforeEach(() => {
  location.hash = '/set-up/workflow'
})
afterEach(() => sessionStorage.clear())

test('back from the last step leads into the steps of the workflow just made, which are then changed', async () => {
  const { screen, asked } = await show(
    <Router hook={useHashLocation}>
      <SetUpPage state={state} />
    </Router>,
    {
      'workflows/list': [],
      'people/list': [],
      'results/home': { session: null },
      'workflows/create': { id: 4 },
      'workflows/get': { id: 4, rev: 1 },
      'workflows/update': { id: 4 },
      'standards/current': { standards: [] },
      'standards/save': { standards: [] },
    },
  )
  const goOn = screen.getByRole('button', { name: 'Continue' })
  const back = screen.getByRole('button', { name: 'Back' })
  await screen.getByRole('textbox', { name: 'Name', exact: true }).fill('Proposals')
  await goOn.click()
  await expect.poll(() => location.hash).toBe('#/set-up/standards')
  await goOn.click()
  await screen.getByRole('radio', { name: 'Text changed' }).click()
  await goOn.click()
  await expect.poll(() => location.hash).toBe('#/set-up/dates')
  await expectAccessible(screen.container)

  await back.click()
  await expect.element(screen.getByRole('radio', { name: 'Text changed' })).toBeChecked()
  await back.click()
  await back.click()
  const name = screen.getByRole('textbox', { name: 'Name', exact: true })
  await expect.element(name).toHaveValue('Proposals')
  await name.fill('Offers')
  await goOn.click()
  await goOn.click()
  await goOn.click()
  await expect.poll(() => location.hash).toBe('#/set-up/dates')
  const inputOf = (procedure: string) => asked.filter((each) => each.procedure === procedure)
  expect(inputOf('workflows/create')).toHaveLength(1)
  expect(inputOf('workflows/update')[0]?.input).toMatchObject({
    id: 4,
    rev: 1,
    name: 'Offers',
    measure: 'text',
  })
  expect(inputOf('standards/save')[0]?.input).toMatchObject({ workflowId: 4 })

  await screen.getByRole('button', { name: 'Add another workflow' }).click()
  await expect.element(name).toHaveValue('')
})
