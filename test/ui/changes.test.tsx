import { describe, expect, test } from 'vitest'
import { BeforeAfter } from '../../renderer/features/changes/BeforeAfter.tsx'
import { ChangeFacts } from '../../renderer/features/changes/ChangeFacts.tsx'
import { ChangeTable } from '../../renderer/features/changes/ChangeTable.tsx'
import { Effects } from '../../renderer/features/changes/Effects.tsx'
import { LiveTicks } from '../../renderer/parts/changes/LiveTicks.tsx'
import { formatPoints } from '../../shared/domain/format.ts'
import { aChange, aMonth, anEffect } from './helpers/facts.ts'
import { expectAccessible, factsIn, rowsOf, show } from './helpers/show.tsx'

/** How a difference is rounded is tested with the formats. */
const points = (difference: number) => formatPoints(difference, 'en-GB')

describe('before and after', () => {
  test.each([
    ['a fall has a minus', {}, `21.3% → to 14.2%${points(-0.071)}`],
    ['a rise has a plus', { before: aMonth(0.1), after: aMonth(0.155) }, `10.0% → to 15.5%${points(0.055)}`],
    ['what is due says when', { after: null, dueMonth: '2027-05', verdict: 'waiting' }, '21.3% → to due May'],
    ['no month before is none', { before: null }, 'None → to 14.2%'],
    ['nothing at all is a dash', { before: null, after: null }, '–'],
    ['what cannot be compared has no difference', { verdict: 'not_comparable' }, '21.3% → to 14.2%'],
    [
      'figures from an imported log say so',
      { before: null, after: null, recordedBefore: 0.3, recordedAfter: 0.2, verdict: 'not_comparable' },
      `30.0% → to 20.0%${points(-0.1)}, recorded by hand`,
    ],
  ] as const)('%s', async (_name, fields, words) => {
    const { text } = await show(<BeforeAfter effect={anEffect(fields)} />)
    expect(text()).toBe(words)
  })
})

describe('the log', () => {
  test('a row says what, where, the figures and the verdict', async () => {
    const { screen } = await show(<ChangeTable rows={[aChange()]} />)
    expect(rowsOf(screen.container)[1]).toEqual([
      '12',
      '20 August 2026',
      'Shorter greetings',
      'Prompt',
      'Customer replies',
      `21.3% → to 14.2%${points(-0.071)}`,
      'Better',
    ])
    await expectAccessible(screen.container)
  })

  test('a row opens its own change', async () => {
    const { screen } = await show(<ChangeTable rows={[aChange()]} />)
    const link = screen.getByRole('link', { name: 'Shorter greetings' }).element()
    expect(link.getAttribute('href')).toMatch(/\/changes\/12$/)
  })

  test('each workflow of a change has its own figures', async () => {
    const effects = [anEffect(), anEffect({ workflowId: 2, workflowName: 'Quotes', verdict: 'worse' })]
    const { screen } = await show(<ChangeTable rows={[aChange({ effects })]} />)
    expect(rowsOf(screen.container)[2]).toEqual(['Quotes', `21.3% → to 14.2%${points(-0.071)}`, 'Worse'])
  })

  test('a shared effect is called one', async () => {
    const { text } = await show(<ChangeTable rows={[aChange({ effects: [anEffect({ isShared: true })] })]} />)
    expect(text()).toContain('Shared effect')
  })

  test('a change without an effect names its workflows and dashes', async () => {
    const { screen } = await show(<ChangeTable rows={[aChange({ effects: [] })]} />)
    expect(rowsOf(screen.container)[1]?.slice(4)).toEqual(['Customer replies', '–', '–'])
  })
})

describe('one change', () => {
  test('who approved and who decided are two people', async () => {
    const { screen } = await show(<ChangeFacts change={aChange()} historyPath={null} />)
    expect(factsIn(screen.container)).toMatchObject({
      'Decided by': 'Dana Whitfield',
      'Approved by': 'Ola Berg',
    })
    await expectAccessible(screen.container)
  })

  test('an approver nobody named is left out, never made up from who decided', async () => {
    const { screen } = await show(<ChangeFacts change={aChange({ approvedBy: '' })} historyPath={null} />)
    expect(factsIn(screen.container)).not.toHaveProperty('Approved by')
  })

  test.each([
    [{ isAutomatic: true }, 'Written by Evenkeel on'],
    [{ isAutomatic: false }, 'Recorded on'],
  ])('%o: the day it was written down is %s', async (fields, term) => {
    const { screen } = await show(<ChangeFacts change={aChange(fields)} historyPath={null} />)
    expect(factsIn(screen.container)[term]).toBe('21 August 2026')
  })

  test('going back names both changes the right way round', async () => {
    const change = aChange({ reverts: 4, revertedBy: 15 })
    const { screen } = await show(<ChangeFacts change={change} historyPath={null} />)
    expect(factsIn(screen.container)).toMatchObject({
      'Goes back on': 'Change 4',
      'Rolled back by': 'Change 15',
    })
  })

  test('its effect says both months, the difference and what they rest on', async () => {
    const { screen } = await show(<Effects change={aChange()} />)
    expect(factsIn(screen.container)).toEqual({
      'Before, August 2026': '21.3%',
      'After, September 2026': '14.2%',
      Difference: points(-0.071),
    })
    await expectAccessible(screen.container)
  })

  test('an effect that cannot be compared shows no difference', async () => {
    const { screen } = await show(
      <Effects change={aChange({ effects: [anEffect({ verdict: 'not_comparable' })] })} />,
    )
    expect(factsIn(screen.container)).not.toHaveProperty('Difference')
  })

  test('an effect to come says when', async () => {
    const effect = anEffect({ after: null, verdict: 'waiting', dueMonth: '2026-09' })
    const { screen } = await show(<Effects change={aChange({ effects: [effect] })} />)
    expect(factsIn(screen.container).After).toBe('Due September 2026')
  })
})

test('the steps in the live tool: the done one is ticked, and each click asks for what it shows', async () => {
  const change = aChange({ liveSteps: { pasted: '2026-08-21T09:30:00.000Z', tested: null } })
  const answers = { 'changes/get': change, 'changes/tick': change }
  const { screen, asked } = await show(<LiveTicks changeNumber={12} />, answers)
  const boxes = screen.getByRole('checkbox')
  await expect.element(boxes.nth(0)).toBeChecked()
  await expect.element(boxes.nth(1)).not.toBeChecked()
  await boxes.nth(1).click()
  const input = { number: 12, step: 'tested', isDone: true }
  await expect.poll(() => asked).toContainEqual({ procedure: 'changes/tick', input })
})
