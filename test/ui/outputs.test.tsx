import { describe, expect, test } from 'vitest'
import { Router } from 'wouter'
import { OutputList } from '../../renderer/features/outputs/OutputList.tsx'
import { WhatWasSaid } from '../../renderer/features/outputs/WhatWasSaid.tsx'
import { WhereItComesFrom } from '../../renderer/features/outputs/WhereItComesFrom.tsx'
import { useHashLocation } from '../../renderer/ui/lib/hash-location.ts'
import type { JudgedOutput, OutputPage, ReviewedOutput } from '../../shared/contract/outputs.ts'
import { expectAccessible, factsIn, rowsOf, show } from './helpers/show.tsx'

const anOutput = (fields: Partial<ReviewedOutput> = {}): ReviewedOutput => ({
  ...{ itemId: 7, reviewId: 3, month: '2026-10', position: 2, excerpt: 'Ms Ferrari asks why' },
  ...{ editing: 0.45, satisfaction: 2, isFitToSend: false, isFlagged: true },
  issues: [
    {
      id: 1,
      standard: 'Accurate',
      type: 'Out of date',
      section: 'Prices',
      note: 'Spring prices',
      isMustPass: true,
    },
  ],
  ...fields,
})

const choices = {
  months: ['2026-10', '2026-09'],
  standards: ['Accurate'],
  types: ['Out of date'],
  sections: ['Prices'],
  people: ['Jörg Ahlers'],
}

const list = (page: OutputPage) =>
  show(
    <Router hook={useHashLocation}>
      <OutputList workflowId={1} />
    </Router>,
    { 'results/outputs': page, 'results/outputChoices': choices },
  )

describe('the list of outputs', () => {
  test('a row has what missed and why, and opens its output', async () => {
    const { screen, text } = await list({ rows: [anOutput()], total: 1, all: 1 })
    await expect.element(screen.getByRole('link', { name: 'Ms Ferrari asks why' })).toBeVisible()
    expect(rowsOf(screen.container)[1]?.slice(1, 3)).toEqual(['October 2026 · 2', '45.0%'])
    expect(text()).toContain('Accurate: Out of date, Prices. Spring prices')
    expect(text()).toContain('Not fit to send')
    expect(text()).toMatch(/1 output$/)
    await expectAccessible(screen.container)
  })

  test('a filter goes to the core and stands in the address; sorting says how', async () => {
    location.hash = '/workflows/1/results/outputs?show=issues'
    const { screen, asked, text } = await list({ rows: [anOutput()], total: 30, all: 412 })
    await screen.getByRole('combobox', { name: 'Person' }).selectOptions('Jörg Ahlers')
    await expect.poll(() => location.hash).toContain('show=issues&person=J%C3%B6rg+Ahlers')
    await screen.getByRole('button', { name: 'Editing' }).click()
    await expect
      .poll(() => asked.at(-1)?.input)
      .toMatchObject({
        ...{ show: 'issues', person: 'Jörg Ahlers', offset: 0 },
        order: { by: 'editing', isAscending: false },
      })
    await expect.poll(text).toContain('30 of 412 outputs, most editing first')
    await screen.getByRole('button', { name: 'Show all' }).click()
    await expect.poll(() => location.hash).toBe('#/workflows/1/results/outputs?order=-editing')
  })

  test('filtered to nothing says so and keeps its filters; never had any is another thing', async () => {
    location.hash = '/workflows/1/results/outputs?q=zzz'
    const none = await list({ rows: [], total: 0, all: 412 })
    await expect.element(none.screen.getByText('No output matches.')).toBeVisible()
    await expect.element(none.screen.getByRole('textbox', { name: 'Search' })).toHaveValue('zzz')
    await none.screen.unmount()
    const empty = await list({ rows: [], total: 0, all: 0 })
    await expect.element(empty.screen.getByText('No reviewed outputs yet')).toBeVisible()
  })
})

const judged: JudgedOutput = {
  output: {
    ...{ id: 5, request: null, aiText: 'Hello', finalText: null, occurredOn: null },
    ...{ externalId: 'https://help.example/t/4711', person: 'Jörg Ahlers', copies: 1 },
  },
  ...{ month: '2026-10', workflowId: 1, workflowName: 'Customer replies', reviewId: 3, position: 2 },
  ...{ measure: 'minutes', byHandMinutes: 20, editing: 0.45, editMinutes: 9, minutesSource: 'estimate' },
  ...{ wordsChanged: null, wordsLonger: null, satisfaction: 2, ratedBy: 'reviewer', isFlagged: false },
  ...{ note: 'Ask the team', isDone: true, finishedOn: '2026-11-03', reviewer: 'Dana Whitfield' },
  file: { name: 'october.csv', importedOn: '2026-11-02' },
  marks: [
    {
      ...{ standard: 'Accurate', isMustPass: true, verdict: 'not_met', type: 'Out of date' },
      ...{ section: 'Prices', sectionId: 4, note: 'Spring prices' },
    },
    {
      ...{ standard: 'Right tone', isMustPass: false, verdict: 'not_applicable', type: null },
      ...{ section: null, sectionId: null, note: '' },
    },
  ],
}

const release = (number: number) => ({
  ...{ workflowId: 1, number, liveOn: '2026-09-01', approvedBy: '', changeNumber: 4, parts: [] },
  rollOut: { stage: 'production', team: '', until: null, since: '2026-09-01' },
  earlierStages: [],
})

describe('the page of an output', () => {
  test('shows every mark with its issue, and what was said beside it', async () => {
    const { screen, text } = await show(<WhatWasSaid judged={judged} />)
    expect(text()).toContain('AccurateNot metOut of date, PricesSpring prices')
    expect(text()).toContain('Right toneDoesn’t apply')
    expect(factsIn(screen.container)).toEqual({
      Editing: '45.0%',
      Minutes: '9 of 20 by hand, an estimate',
      Satisfaction: '2 of 5, the reviewer’s view',
      Note: 'Ask the team',
    })
    const link = screen.getByRole('link', { name: 'Prices' }).element()
    expect(link.getAttribute('href')).toMatch(/\/foundation\/4$/)
    await expectAccessible(screen.container)
  })

  test('shows where it comes from, what it ran on, and who reviewed it', async () => {
    const { screen } = await show(<WhereItComesFrom judged={judged} />, {
      'releases/at': { release: release(3), pilots: [] },
    })
    await expect.element(screen.getByRole('link', { name: 'Release 3' })).toBeVisible()
    expect(factsIn(screen.container)).toMatchObject({
      Written: 'No date',
      By: 'Jörg Ahlers',
      ID: expect.stringContaining('https://help.example/t/4711'),
      File: 'october.csv, 2 November 2026',
      Review: 'October 2026, output 2',
      Reviewer: 'Dana Whitfield, 3 November 2026',
    })
    await expectAccessible(screen.container)
  })
})
