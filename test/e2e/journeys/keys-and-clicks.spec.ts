import type { Locator, Page } from '@playwright/test'
import { defaultStandards } from '../../../renderer/parts/workflows/default-standards.ts'
import { aWorkflow, someOutputs } from '../../helpers/builders.ts'
import type { CoreClient } from '../core-client.ts'
import { expect, test } from '../fixtures.ts'
import { createFinish } from '../pages/finish.ts'
import { createReview } from '../pages/review.ts'
import { createShell } from '../pages/shell.ts'
import { openCompany } from '../prepare.ts'

/** What a clean output may cost: three keys, four where minutes are typed, three clicks with the mouse. */
const most = { text: 3, minutes: 4, mouse: 3 }

test('a clean output takes three keys, four with minutes, three clicks', async ({
  page,
  evenkeel,
  keyboard,
}) => {
  const { core, month } = await openCompany(page, evenkeel)
  const drawn = (name: string, measure: 'text' | 'minutes') => drawOf(core, month, name, measure)
  const reviews = { text: await drawn('Story edits', 'text'), minutes: await drawn('Replies', 'minutes') }
  const review = createReview(page)
  const finish = createFinish(page)
  const { shell, hands } = { shell: createShell(page), hands: await countHands(page) }
  const satisfaction = review.group('Satisfaction')

  await test.step('by text, with the keyboard', async () => {
    await shell.open(`/review/${reviews.text}`)
    await review.at(1, 4)
    await expect(review.group('Standards')).toContainText('1–5 not met, then')
    const spent = await hands.spentOn(async () => {
      await keyboard.press('a')
      await expect(satisfaction).toHaveAttribute('aria-current', 'step')
      await expect(satisfaction).toContainText('1–5')
      await keyboard.press('4', 'Enter')
      await review.at(2, 4)
    })
    console.log(`A clean output by text: ${spent.keys} keys, ${spent.clicks} clicks`)
    expect(spent).toEqual({ keys: most.text, clicks: 0 })
  })

  await test.step('by text, with the mouse', async () => {
    const spent = await hands.spentOn(async () => {
      await review.button('A All met').click()
      await satisfaction.getByRole('radio', { name: '4', exact: true }).click()
      await review.button('Save and next').click()
      await review.at(3, 4)
    })
    console.log(`A clean output by text: ${spent.keys} keys, ${spent.clicks} clicks`)
    expect(spent).toEqual({ keys: 0, clicks: most.mouse })
  })

  await test.step('a must-pass that is missed says at once what it means; digits stay with their types', async () => {
    await keyboard.press('5')
    await expect(review.group('Standards').getByRole('status')).toHaveText('Not fit to send')
    await expect(review.button('The rest met')).toBeVisible()
    await keyboard.press('a')
    const issue = review.group('Issue: Safe to send')
    await expect(issue).toHaveAttribute('aria-current', 'step')
    // The types of this standard stand first, each with the digit it always has.
    expect((await digitsIn(issue)).slice(0, 2)).toEqual(['2 Wrong fact', '4 Made up'])
    await keyboard.press('4', 'ArrowUp', 'n')
    await expect(review.issueNote('Safe to send')).toBeFocused()
    await keyboard.type('Invents a discount')
    await keyboard.press('Escape')
    await expect(satisfaction).toHaveAttribute('aria-current', 'step')
    await keyboard.press('2', 'Enter')
    await review.at(4, 4)
  })

  await test.step('Enter acts on Check your answers and on Done', async () => {
    await keyboard.press('a', '4', 'Enter')
    await expect(finish.check).toBeVisible()
    await keyboard.press('Enter')
    await expect(finish.done('Story edits')).toBeVisible()
    await keyboard.press('Enter')
    await review.at(1, 4)
  })

  await test.step('by minutes, with the keyboard', async () => {
    const spent = await hands.spentOn(async () => {
      await keyboard.press('a', '4')
      await expect(review.minutes).toBeFocused()
      await keyboard.press('3', 'Enter')
      await review.at(2, 4)
    })
    console.log(`A clean output by minutes: ${spent.keys} keys, ${spent.clicks} clicks`)
    expect(spent).toEqual({ keys: most.minutes, clicks: 0 })
  })
})

async function drawOf(core: CoreClient, month: string, name: string, measure: 'text' | 'minutes') {
  const byHandMinutes = measure === 'minutes' ? 20 : null
  const { id: workflowId } = await core.workflows.create(
    aWorkflow({ name, measure, byHandMinutes, sampleSize: 4, standards: [...defaultStandards] }),
  )
  await core.imports.paste({ workflowId, month, pairs: someOutputs(12) })
  return (await core.reviews.draw({ workflowId, month })).reviewId
}

/** Counts what hands do in the page itself: keys going down, and presses of the mouse. */
async function countHands(page: Page) {
  await page.evaluate(() => {
    const hands = { keys: 0, clicks: 0 }
    Object.assign(window, { hands })
    addEventListener('keydown', () => hands.keys++, true)
    addEventListener('pointerdown', () => hands.clicks++, true)
  })
  const now = () => page.evaluate(() => ({ ...(window as unknown as { hands: Spent }).hands }))
  return {
    async spentOn(work: () => Promise<void>): Promise<Spent> {
      const before = await now()
      await work()
      const after = await now()
      return { keys: after.keys - before.keys, clicks: after.clicks - before.clicks }
    },
  }
}

type Spent = { keys: number; clicks: number }

/** "4 Made up" for each type on screen, in its order. */
const digitsIn = async (issue: Locator) =>
  (await issue.locator('button[aria-pressed]').allInnerTexts()).map((each) =>
    each.replace(/\s+/g, ' ').trim(),
  )
