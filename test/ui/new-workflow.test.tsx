import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Route, Router } from 'wouter'
import { NewWorkflowPage } from '../../renderer/pages/workflows/NewWorkflowPage.tsx'
import { useHashLocation } from '../../renderer/ui/lib/hash-location.ts'
import { expectAccessible, show } from './helpers/show.tsx'

const company = (isSample: boolean) => ({ isSample, company: {}, preferences: {}, today: '2026-11-21' })

const newWorkflow = (isSample = false) =>
  show(
    <Router hook={useHashLocation}>
      <Route path="/workflows/new/:step?" component={NewWorkflowPage} />
    </Router>,
    {
      'company/get': company(isSample),
      'workflows/list': [{ id: 1, name: 'Customer replies' }],
      'people/list': [],
      'workflows/create': { id: 4 },
    },
  )

beforeEach(() => {
  location.hash = '/workflows/new'
})
afterEach(() => sessionStorage.clear())

describe('a new workflow', () => {
  test('is set up by the steps of the first run, one thing a page', async () => {
    const { screen, asked, text } = await newWorkflow()
    const goOn = screen.getByRole('button', { name: 'Continue' })
    const name = screen.getByRole('textbox', { name: 'Name', exact: true })
    await expect.element(screen.getByRole('heading', { name: 'New workflow' })).toBeVisible()
    await expect.element(name).toHaveFocus()
    expect(text()).toContain('Step 1 of 3')
    expect(screen.getByRole('radio', { name: 'In production' }).all()).toHaveLength(1)
    expect(screen.getByRole('radio', { name: 'Retired' }).all()).toHaveLength(0)
    await expectAccessible(screen.container)

    await name.fill('customer REPLIES')
    await goOn.click()
    await expect.element(screen.getByText(/^There is already a workflow called/)).toBeVisible()
    await name.fill('Proposals')
    await goOn.click()

    await expect.element(screen.getByRole('heading', { name: 'What every output must do' })).toBeVisible()
    expect(text()).toContain('Step 2 of 3 · Proposals')
    await expectAccessible(screen.container)
    await goOn.click()

    await expect.element(screen.getByRole('heading', { name: 'How editing is measured' })).toBeVisible()
    await screen.getByRole('radio', { name: 'Text changed' }).click()
    await goOn.click()
    await expect.poll(() => location.hash).toBe('#/workflows/4')
    expect(asked.find(({ procedure }) => procedure === 'workflows/create')?.input).toMatchObject({
      ...{ name: 'Proposals', measure: 'text', targetLine: null, sampleSize: 10 },
      standards: expect.arrayContaining([
        expect.objectContaining({ name: 'Safe to send', isMustPass: true }),
      ]),
    })
    expect(sessionStorage).toHaveLength(0)
  })

  test('that is finished later is where it was left, and the sample has its own', async () => {
    const first = await newWorkflow()
    await first.screen.getByRole('textbox', { name: 'Name', exact: true }).fill('Job adverts')
    await first.screen.getByRole('button', { name: 'Continue' }).click()
    await first.screen.getByRole('button', { name: 'Finish later' }).click()
    await expect.poll(() => location.hash).toBe('#/workflows')
    await first.screen.unmount()

    location.hash = '/workflows/new/measure'
    const again = await newWorkflow()
    await expect.element(again.screen.getByText('Step 3 of 3 · Job adverts')).toBeVisible()
    await again.screen.unmount()

    // Nothing is said of it there yet, so it begins with what it is.
    const sample = await newWorkflow(true)
    await expect.poll(() => location.hash).toBe('#/workflows/new')
    await expect.element(sample.screen.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('')
  })
})
