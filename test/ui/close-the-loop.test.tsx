import { beforeEach, describe, expect, test } from 'vitest'
import { Router } from 'wouter'
import { UpdateEvidence } from '../../renderer/features/documents/UpdateEvidence.tsx'
import { NeedsYou } from '../../renderer/features/home/NeedsYou.tsx'
import { FindingStep } from '../../renderer/features/results/FindingStep.tsx'
import { IssueSections } from '../../renderer/features/results/IssueSections.tsx'
import { NextDates } from '../../renderer/features/reviews/done/NextDates.tsx'
import { SignalList } from '../../renderer/features/signals/SignalList.tsx'
import { FindLines } from '../../renderer/features/workflows/FindLines.tsx'
import { AddToStandardInputs } from '../../renderer/parts/standard-inputs/AddToStandardInputs.tsx'
import { useHashLocation } from '../../renderer/ui/lib/hash-location.ts'
import type { UpdatePlan, WorkflowResults } from '../../shared/contract/results.ts'
import type { Signal } from '../../shared/contract/signals.ts'
import type { Workflow } from '../../shared/contract/workflows.ts'
import type { NextStep } from '../../shared/domain/findings/finding-types.ts'
import { aFinding } from '../helpers/findings.ts'
import { someResults } from './helpers/facts.ts'
import { expectAccessible, rowsOf, show } from './helpers/show.tsx'

const today = '2026-11-12'

const issues: WorkflowResults['issues'] = [
  {
    ...{ section: 'Prices', sectionId: 4, count: 9, mostOften: 'Out of date', note: 'Spring prices' },
    lastDecided: { how: 'written', on: '2026-08-06' },
  },
  {
    ...{ section: 'Tone', sectionId: null, count: 2, mostOften: 'Wrong tone', note: '' },
    lastDecided: null,
  },
]

beforeEach(() => {
  location.hash = '/'
})

test('on Home the button of a finding starts the work, and its title shows the results', async () => {
  const { screen } = await show(
    <Router hook={useHashLocation}>
      <NeedsYou
        todos={[
          {
            ...{
              id: 'finding:3',
              title: 'Proposals: an update is due',
              detail: 'Above the line.',
              mark: null,
            },
            ...{ action: 'Plan an update', workflowId: 3 },
            target: { page: 'update', workflowId: 3, sectionId: 4 },
            about: { page: 'workflow', workflowId: 3, tab: 'results' },
          },
        ]}
      />
    </Router>,
  )
  const title = screen.getByRole('link', { name: 'Proposals: an update is due' })
  await expect.element(title).toHaveAttribute('href', '#/workflows/3/results')
  await screen.getByRole('button', { name: 'Plan an update' }).click()
  expect(location.hash).toBe('#/foundation/4?for=3')
})

test('on Home the button of a second look takes it', async () => {
  const { screen, asked } = await show(
    <Router hook={useHashLocation}>
      <NeedsYou
        todos={[
          {
            ...{ id: 'finding:3', title: 'Proposals: an update is suggested', detail: 'Above.', mark: null },
            ...{ action: 'Take a second look: 20 more', workflowId: 3 },
            target: { page: 'second-look', reviewId: 32 },
          },
        ]}
      />
    </Router>,
    { 'reviews/secondLook': { reviewId: 40 } },
  )
  await screen.getByRole('button', { name: 'Take a second look: 20 more' }).click()
  await expect.poll(() => location.hash).toBe('#/review/40')
  expect(asked).toEqual([{ procedure: 'reviews/secondLook', input: { reviewId: 32 } }])
})

describe('the one step of a finding', () => {
  const step = (nextStep: NextStep, results: Partial<WorkflowResults> = {}) =>
    show(
      <Router hook={useHashLocation}>
        <FindingStep finding={aFinding({ nextStep })} results={someResults(results)} today={today} />
      </Router>,
      { 'reviews/secondLook': { reviewId: 40 } },
    )

  test.each<[string, NextStep, Partial<WorkflowResults>, string]>([
    ['Plan an update', { kind: 'plan_update' }, { issues }, '#/foundation/4?for=1'],
    ['Plan an update', { kind: 'plan_update' }, { issues: [] }, '#/changes/new?for=1'],
    [
      'Hold the Foundation review, 20 November',
      { kind: 'hold_foundation_review', on: '2026-11-20' },
      {},
      '#/reviews/foundation',
    ],
    ['See change 12', { kind: 'wait_for_effect', changeNumber: 12, month: '2026-11' }, {}, '#/changes/12'],
    ['Take change 12 back, or plan an update', { kind: 'go_back', changeNumber: 12 }, {}, '#/changes/12'],
    ['Find or set your lines', { kind: 'set_lines' }, {}, '#/workflows/1/set-up'],
  ])('%s (%o) starts its work', async (name, nextStep, results, path) => {
    const { screen } = await step(nextStep, results)
    await screen.getByRole('button', { name }).click()
    await expect.poll(() => location.hash).toBe(path)
    await expectAccessible(screen.container)
  })

  test('is the second look, drawn from the same pool', async () => {
    const { screen, asked } = await step({ kind: 'second_look', outputs: 20, judged: 0 })
    await screen.getByRole('button', { name: 'Take a second look: 20 more' }).click()
    await expect.poll(() => location.hash).toBe('#/review/40')
    expect(asked).toEqual([{ procedure: 'reviews/secondLook', input: { reviewId: 32 } }])
  })

  test('is nothing until the next review, which is no button', async () => {
    const { screen, text } = await step({ kind: 'nothing_until', month: '2026-11', due: '2026-12-07' })
    expect(text()).toBe('Next: November review, due 7 December')
    expect(screen.container.querySelector('button')).toBeNull()
  })
})

test('where the issues point opens the wording', async () => {
  const { screen } = await show(<IssueSections issues={issues} span="August to October" today={today} />)
  expect(rowsOf(screen.container).slice(1)).toEqual([
    ['Prices', '9', 'Out of date: Spring prices', 'Written 6 August'],
    ['Tone', '2', 'Wrong tone', '–'],
  ])
  const link = screen.getByRole('link', { name: 'Prices' }).element()
  expect(link.getAttribute('href')).toMatch(/\/foundation\/4$/)
  await expectAccessible(screen.container)
})

test('beside the editor stand the issues with examples, and the before', async () => {
  const plan: UpdatePlan = {
    ...{ workflowId: 1, workflowName: 'Proposals', finding: null, from: '2026-08', until: '2026-10' },
    ...{ issueCount: 9, allIssues: 14 },
    issues: [
      {
        ...{ itemId: 7, month: '2026-10', standard: 'Accurate', type: 'Out of date', note: 'Spring prices' },
        excerpt: 'Dear Ms Ferrari',
      },
      {
        ...{ itemId: 8, month: '2026-09', standard: 'Accurate', type: 'Wrong fact', note: '' },
        excerpt: 'The offer of last year',
      },
    ],
    before: {
      ...{ n: 20, mean: 0.213, range: { low: 0.17, high: 0.26 }, from: '2026-08-03', to: '2026-10-29' },
      outputIds: [],
    },
  }
  const { screen, text } = await show(<UpdateEvidence workflowId={1} sectionId={4} />, {
    'results/updatePlan': plan,
  })
  await expect
    .element(screen.getByText('9 of the 14 issues of August to October 2026 point here.'))
    .toBeVisible()
  expect(text()).toContain('Spring prices')
  expect(text()).toContain('The offer of last year')
  expect(text()).toContain('21.3%')
  expect(text()).toContain('17–26%')
  await expectAccessible(screen.container)
})

test('each next date has the calendar file of its series', async () => {
  const { screen, asked } = await show(
    <NextDates
      today={today}
      next={[
        { kind: 'monthly_review', on: '2026-11-07', month: '2026-10', isOverdue: true },
        { kind: 'foundation_review', on: '2026-11-20', month: null, isOverdue: false },
      ]}
    />,
  )
  await expect.element(screen.getByText('October review was due')).toBeVisible()
  await screen.getByRole('button', { name: /Foundation/ }).click()
  await expect
    .poll(() => asked.at(-1))
    .toEqual({ procedure: 'calendar/file', input: { kind: 'foundation_review' } })
  await expect.element(screen.getByRole('alert')).toBeVisible()
})

test('what a provider announced is tested', async () => {
  const signal: Signal = {
    ...{ id: 1, rev: 1, kind: 'provider', text: 'A new model', onDate: '2026-10-05', recordedAt: '' },
    ...{ workflowId: 1, workflowName: 'Proposals', sectionId: null, sectionName: null },
    ...{ state: 'open', changeNumber: null, foundationReviewId: null, reason: '' },
  }
  const { screen } = await show(
    <Router hook={useHashLocation}>
      <SignalList onRemoved={() => undefined} signals={[signal]} />
    </Router>,
  )
  await screen.getByRole('button', { name: 'Test the model' }).click()
  await expect.poll(() => location.href).toContain('workflow=1&signal=1')
  expect(location.hash).toMatch(/^#\/model-test\/new/)
})

test('an output with an issue becomes a standard input, once', async () => {
  const { screen, asked } = await show(<AddToStandardInputs itemId={7} />, {
    'standardInputs/addFromReview': {},
  })
  await screen.getByRole('button').click()
  await expect.element(screen.getByText('Added to standard inputs')).toBeVisible()
  expect(asked).toEqual([{ procedure: 'standardInputs/addFromReview', input: { itemId: 7 } }])
  expect(screen.container.querySelector('button')).toBeNull()
})

test('lines of text are offered from the pairs there are', async () => {
  const workflow = {
    ...{ id: 1, rev: 3, name: 'Story edits', measure: 'text', byHandMinutes: 20 },
    ...{ targetLine: null, updateLine: null },
  } as Workflow
  const found = { pairs: 10, lines: { target: 0.22, update: 0.29 } }
  const { screen, asked } = await show(<FindLines workflow={workflow} onSaved={() => undefined} />, {
    'reviews/textLines': { noted: 10, found },
    'workflows/update': workflow,
  })
  await screen.getByRole('button', { name: 'Use 22% and 29%' }).click()
  await expect
    .poll(() => asked.at(-1))
    .toMatchObject({
      procedure: 'workflows/update',
      input: { targetLine: 0.22, updateLine: 0.29, reason: expect.stringContaining('10 pairs') },
    })
})
