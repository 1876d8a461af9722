import { expect, test } from 'vitest'
import { EffectOutputs } from '../../renderer/features/changes/EffectOutputs.tsx'
import { WhichHelped } from '../../renderer/features/changes/WhichHelped.tsx'
import type { EffectOutput, ToldChange } from '../../shared/contract/changes.ts'
import type { Look } from '../../shared/domain/effects/effect.ts'
import { aLook, anEffect, anUntoldLook } from './helpers/facts.ts'
import { expectAccessible, rowsOf, show } from './helpers/show.tsx'

const aTold = (number: number, what: string, look: Look): ToldChange => ({
  ...{ number, what, onDate: '2026-08-20', kind: 'prompt', workflowId: 1, workflowName: 'Customer replies' },
  effect: anEffect({ looks: [look] }),
})

const told = [
  aTold(4, 'Untold', anUntoldLook()),
  aTold(5, 'Big help', aLook({ difference: -0.1 })),
  aTold(6, 'Small help, settled', aLook({ stage: 'settled', difference: -0.05 })),
  aTold(7, 'A harm', aLook({ difference: 0.08, verdict: 'worse' })),
]

test('which changes helped: by effect, what or certainty, and what cannot be told comes last', async () => {
  const { screen } = await show(<WhichHelped />, { 'changes/told': told })
  const links = () => [...screen.container.querySelectorAll('tbody a')].map((link) => link.textContent)
  const heading = (name: RegExp) => screen.getByRole('columnheader', { name })
  const sortBy = (name: RegExp) => heading(name).getByRole('button').click()
  await expect.poll(links).toEqual(['Big help', 'Small help, settled', 'A harm', 'Untold'])
  await expect.element(heading(/^Effect/)).toHaveAttribute('aria-sort', 'descending')
  expect(rowsOf(screen.container)[1]?.[0]).toBe('Big helpChange 5 · Customer replies · 20 August 2026')
  await expectAccessible(screen.container)
  await sortBy(/^Effect/)
  await expect.poll(links).toEqual(['A harm', 'Small help, settled', 'Big help', 'Untold'])
  await expect.element(heading(/^Effect/)).toHaveAttribute('aria-sort', 'ascending')
  await sortBy(/^What/)
  await expect.poll(links).toEqual(['A harm', 'Big help', 'Small help, settled', 'Untold'])
  await sortBy(/^Certainty/)
  await expect.poll(() => links()[0]).toBe('Small help, settled')
})

test('the outputs behind both sides are asked for when they are wanted, each leading to its own page', async () => {
  const output = (id: number, fields: Partial<EffectOutput>): EffectOutput => ({
    ...{
      id,
      itemId: id + 100,
      writtenOn: '2026-08-03',
      month: '2026-08',
      excerpt: `Output ${id}`,
      editing: 0.25,
    },
    ...fields,
  })
  const sides = {
    before: [output(1, {}), output(2, { editing: null })],
    after: [output(3, { editing: 0.1, writtenOn: null, month: '2026-09' })],
  }
  const { screen, asked } = await show(<EffectOutputs number={12} effect={anEffect()} />, {
    'changes/outputs': sides,
  })
  expect(asked).toEqual([])
  await screen.getByRole('button', { name: 'Show the 30 outputs' }).click()
  await expect.element(screen.getByRole('link', { name: 'Output 3' })).toBeVisible()
  expect(asked).toEqual([{ procedure: 'changes/outputs', input: { number: 12, workflowId: 1 } }])
  const lines = (side: string) =>
    [...screen.getByRole('region', { name: side }).element().querySelectorAll('li')].map((line) =>
      [...line.children].map((part) => part.getAttribute('href') ?? part.textContent).slice(1),
    )
  expect(lines('Written before')).toEqual([
    ['/outputs/101', '25.0%'],
    ['/outputs/102', '–'],
  ])
  expect(lines('Written after')).toEqual([['/outputs/103', '10.0%']])
  await expectAccessible(screen.container)
  await screen.getByRole('button', { name: 'Hide the outputs' }).click()
  await expect.element(screen.getByRole('link', { name: 'Output 3' })).not.toBeInTheDocument()
})
