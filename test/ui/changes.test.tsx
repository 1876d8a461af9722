import { describe, expect, test } from 'vitest'
import { BeforeAfter } from '../../renderer/features/changes/BeforeAfter.tsx'
import { ChangeFacts } from '../../renderer/features/changes/ChangeFacts.tsx'
import { ChangeTable } from '../../renderer/features/changes/ChangeTable.tsx'
import { Effects } from '../../renderer/features/changes/Effects.tsx'
import { WaitingList } from '../../renderer/features/changes/WaitingChanges.tsx'
import { LiveTicks } from '../../renderer/parts/changes/LiveTicks.tsx'
import type { ChangeEffect } from '../../shared/contract/changes.ts'
import { formatPoints } from '../../shared/domain/format.ts'
import { aChange, aLook, anEffect, anUntoldLook } from './helpers/facts.ts'
import { expectAccessible, factsIn, rowsOf, show } from './helpers/show.tsx'

/** How a difference is rounded is tested with the formats. */
const points = (difference: number) => formatPoints(difference, 'en-GB')

const rise = { ...aLook().after, mean: 0.255 }

describe('before and after', () => {
  test.each([
    ['a fall has a minus', {}, `21.3% → to 14.2%${points(-0.071)}`],
    ['a rise has a plus', { looks: [aLook({ after: rise })] }, `21.3% → to 25.5%${points(0.042)}`],
    [
      'the newest look counts',
      { looks: [aLook({ after: rise }), aLook()] },
      `21.3% → to 14.2%${points(-0.071)}`,
    ],
    ['what is due says when', { looks: [], state: 'waiting', waitingFor: '2027-05' }, 'due May'],
    ['nothing at all is a dash', { looks: [], waitingFor: null }, '–'],
    ['what cannot be compared has no difference', { looks: [anUntoldLook()] }, '21.3% → to 14.2%'],
    [
      'figures from an imported log say so',
      { looks: [], recordedBefore: 0.3, recordedAfter: 0.2 },
      `30.0% → to 20.0%${points(-0.1)}, recorded by hand`,
    ],
  ] satisfies [string, Partial<ChangeEffect>, string][])('%s', async (_name, fields, words) => {
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
      'BetterFirst look, 10 outputs',
    ])
    await expectAccessible(screen.container)
  })

  test('a row opens its own change', async () => {
    const { screen } = await show(<ChangeTable rows={[aChange()]} />)
    const link = screen.getByRole('link', { name: 'Shorter greetings' }).element()
    expect(link.getAttribute('href')).toMatch(/\/changes\/12$/)
  })

  test('each workflow of a change has its own figures', async () => {
    const looks = [aLook({ verdict: 'worse' })]
    const worse = anEffect({ workflowId: 2, workflowName: 'Quotes', looks })
    const effects = [anEffect(), worse]
    const { screen } = await show(<ChangeTable rows={[aChange({ effects })]} />)
    expect(rowsOf(screen.container)[2]).toEqual([
      'Quotes',
      `21.3% → to 14.2%${points(-0.071)}`,
      'WorseFirst look, 10 outputs',
    ])
  })

  test('a shared effect is called one', async () => {
    const { text } = await show(
      <ChangeTable rows={[aChange({ effects: [anEffect({ sharedWith: [13] })] })]} />,
    )
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

  test('its effect says what moved, every look and what they rest on', async () => {
    const looks = [aLook(), aLook({ stage: 'settled', month: '2026-11', finishedOn: '2026-12-03' })]
    const effects = [anEffect({ looks, waitingFor: null })]
    const { screen, text } = await show(<Effects change={aChange({ effects })} today="2026-12-04" isByHand />)
    expect(text()).toContain('Editing of Customer replies fell from 21.3% to 14.2%, and that is settled')
    expect(text()).toContain('About the same as month 3.')
    expect(rowsOf(screen.container).map((cells) => [cells[0], cells[2], cells[4], cells[6]])).toEqual([
      ['Customer replies', 'Outputs', 'Editing', 'Against before'],
      ['Before', '20', '21.3%', ''],
      ['First look, September', '10', '14.2%', 'Better'],
      ['Settled, November', '10', '14.2%', 'Better'],
    ])
    await expectAccessible(screen.container)
  })

  test('an effect that cannot be told says why and offers nothing against it', async () => {
    const effects = [anEffect({ looks: [anUntoldLook()] })]
    const { text } = await show(<Effects change={aChange({ effects })} today="2026-10-04" isByHand />)
    expect(text()).toContain('What this did to Customer replies cannot be told')
    expect(text()).toContain('Fewer than five outputs written before it were reviewed')
  })

  test('an effect to come says when, and cannot be kept', async () => {
    const effect = anEffect({ looks: [], state: 'waiting', waitingFor: '2026-09' })
    const { screen, text } = await show(
      <Effects change={aChange({ effects: [effect] })} today="2026-09-04" isByHand />,
    )
    expect(text()).toContain('Waiting for the September review')
    expect(screen.container.querySelectorAll('button')).toHaveLength(0)
  })

  test('keeping the wording asks for it by change and workflow', async () => {
    const { screen, asked } = await show(<Effects change={aChange()} today="2026-12-04" isByHand />, {
      'changes/keep': aChange(),
    })
    await screen.getByRole('button', { name: 'Keep this wording' }).click()
    const input = { number: 12, workflowId: 1 }
    await expect.poll(() => asked).toContainEqual({ procedure: 'changes/keep', input })
  })

  test('a wording that is kept can be opened again', async () => {
    const change = aChange({ effects: [anEffect({ keptOn: '2026-12-01' })] })
    const { screen, asked } = await show(<Effects change={change} today="2026-12-04" isByHand />, {
      'changes/keep': aChange(),
    })
    expect(screen.getByRole('button', { name: 'Keep this wording' }).all()).toHaveLength(0)
    await screen.getByRole('button', { name: 'Open it again' }).click()
    const input = { number: 12, workflowId: 1, isKept: false }
    await expect.poll(() => asked).toContainEqual({ procedure: 'changes/keep', input })
  })

  test('a change that made it worse is not kept by its first button; one written by hand is gone back on in the log', async () => {
    const change = aChange({ effects: [anEffect({ looks: [aLook({ verdict: 'worse' })] })] })
    const { screen } = await show(<Effects change={change} today="2026-12-04" isByHand />)
    const back = screen.getByRole('button', { name: 'Log going back on it' })
    await expect.element(back).toHaveAttribute('data-variant', 'filled')
    const keep = screen.getByRole('button', { name: 'Keep this wording' })
    await expect.element(keep).toHaveAttribute('data-variant', 'default')
  })

  test('a wording of several workflows is kept for each by name', async () => {
    const effects = [anEffect(), anEffect({ workflowId: 2, workflowName: 'Proposals' })]
    const { screen, asked } = await show(
      <Effects change={aChange({ effects })} today="2026-12-04" isByHand />,
      {
        'changes/keep': aChange(),
      },
    )
    expect(screen.getByRole('button', { name: 'Keep this wording' }).all()).toHaveLength(0)
    await screen.getByRole('button', { name: 'Keep it for Proposals' }).click()
    const input = { number: 12, workflowId: 2 }
    await expect.poll(() => asked).toContainEqual({ procedure: 'changes/keep', input })
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

test('what waits stands apart from what has had a look, each with true words', async () => {
  const waitingFor = '2026-12'
  const first = anEffect({ looks: [], state: 'waiting', waitingFor })
  const rows = [
    aChange({
      number: 3,
      what: 'Shorter',
      effects: [first, anEffect({ workflowName: 'Quotes', waitingFor })],
    }),
    aChange({ number: 4, what: 'Kinder', effects: [anEffect({ waitingFor })] }),
    aChange({ number: 5, what: 'Settled', effects: [anEffect({ waitingFor: null })] }),
  ]
  const { screen } = await show(<WaitingList rows={rows} total={3} />)
  const groups = [...screen.container.querySelectorAll('h3')].map((heading) => [
    heading.textContent,
    ...[...(heading.nextElementSibling?.children ?? [])].map((row) => row.textContent),
  ])
  expect(groups).toEqual([
    [
      'Waiting for the December review to show whether this helped.',
      '3 Shorter · Customer replies · 20 August 2026',
    ],
    [
      'The December review brings the next look.',
      '3 Shorter · Quotes: better, first look · 20 August 2026',
      '4 Kinder · Customer replies: better, first look · 20 August 2026',
    ],
  ])
  await expectAccessible(screen.container)
})
