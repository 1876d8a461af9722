import { aReview, first } from '../../helpers/builders.ts'
import { expectAccessible } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { createModelTest } from '../pages/model-test.ts'
import { createReview } from '../pages/review.ts'
import { createShell } from '../pages/shell.ts'
import { createStandardInputs } from '../pages/standard-inputs.ts'
import { openCompany } from '../prepare.ts'

test('a reviewed output becomes a standard input, once, and the next model test takes it along', async ({
  page,
  evenkeel,
  keyboard,
}) => {
  const { core, month } = await openCompany(page, evenkeel)
  const { id, workflowId, items } = await aReview(core, { month })
  const { request, finalText } = first(items).output
  await createShell(page).open(`/review/${id}`)
  const review = createReview(page)
  await review.at(1)
  await review.button('Add to standard inputs').click()
  await expect(review.pane).toContainText('Added to standard inputs')
  // The page knows no more of it after a reload; the core does.
  await page.reload()
  await review.at(1)
  await review.button('Add to standard inputs').click()
  await expect(review.pane).toContainText(`That output is here already, as input 1 “${request}”.`)

  await createShell(page).open(`/workflows/${workflowId}/test-inputs`)
  const inputs = createStandardInputs(page, keyboard)
  await expect(inputs.inputs).toHaveCount(1)
  await inputs.mustContain(request ?? '', 'seven')
  await expect(inputs.dialog).toHaveCount(0)
  await expect(inputs.inputs).toContainText('Must not fail')
  await expect(inputs.inputs).toContainText('Checked: contains “seven”.')
  const { inputs: kept } = await core.standardInputs.list({ workflowId })
  expect(kept.map(({ text, reference }) => [text, reference])).toEqual([[request, finalText]])
  await inputs.input(request ?? '').click()
  await expect(inputs.dialog).toBeVisible()
  await expectAccessible(page, 'a standard input')
  await keyboard.press('Escape')

  await createShell(page).open('/reviews')
  const screen = createModelTest(page, keyboard)
  await screen.begin('A new model is out.')
  await screen.nameSide('Candidate', { name: 'Newer', vendor: 'Anthropic', model: 'claude-opus-5' })
  await expectAccessible(page, 'set-up of a model test')
  await screen.lock()
  await expect(screen.cell('Candidate', request ?? '')).toBeVisible()
  await expectAccessible(page, 'outputs to paste')
})
