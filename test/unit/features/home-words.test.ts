import { describe, expect, it } from 'vitest'
import { nextStep } from '../../../renderer/features/home/next-step.ts'
import { dayWithWeekday, greeting } from '../../../renderer/features/home/words.ts'
import type { Home, WorkflowLine } from '../../../shared/contract/results.ts'
import type { ReviewTask, Session } from '../../../shared/contract/reviews.ts'

const line: WorkflowLine = {
  workflowId: 1,
  name: 'Customer replies',
  stage: 'production',
  processOwner: '',
  measure: 'text',
  status: null,
  latest: null,
  latestMonth: null,
  monthThree: null,
  spark: [],
  nextReviewOn: null,
}

function aTask(state: ReviewTask['state']): ReviewTask {
  return {
    workflowId: 1,
    workflowName: 'Customer replies',
    state,
    reviewId: null,
    done: 0,
    total: 10,
    outputCount: 0,
    obstacle: null,
    result: null,
  }
}

function aHome(session: Partial<Session> | null, rest: Partial<Home> = {}): Home {
  const whole: Session = {
    month: '2026-11',
    dueOn: '2026-11-30',
    state: 'not_started',
    done: 0,
    total: 30,
    secondsUsed: 0,
    tasks: [aTask('not_started'), aTask('not_started'), aTask('not_started')],
    continueReviewId: null,
    ...session,
  }
  return {
    ownerName: 'Dana',
    today: '2026-11-21',
    session: session && whole,
    continueAt: null,
    budgetMinutes: 120,
    workflows: [line],
    todos: [],
    dates: [],
    ...rest,
  }
}

describe('the next step on Home', () => {
  it('is to set up a workflow while there is none', () => {
    expect(nextStep(aHome(null, { workflows: [] }), 'en-GB').target).toBe('/workflows/new')
  })

  it('continues an unfinished review at its output', () => {
    const home = aHome(
      { state: 'in_progress', done: 13, secondsUsed: 52 * 60 },
      { continueAt: { reviewId: 7, workflowName: 'Proposals', position: 14, total: 30 } },
    )
    expect(nextStep(home, 'en-GB')).toEqual({
      title: 'November review',
      detail: 'Output 14 of 30 · 52 min used of 2 hours · due Monday 30 November',
      progress: 13 / 30,
      action: 'Continue at output 14',
      target: '/review/7',
      isPrimary: true,
    })
  })

  it('starts the month’s review when nothing is under way', () => {
    expect(nextStep(aHome({}), 'en-GB')).toEqual({
      title: 'November review',
      detail: 'About 2 hours · 3 workflows · due Monday 30 November',
      progress: null,
      action: 'Start November review',
      target: '/reviews/2026-11',
      isPrimary: true,
    })
  })

  it('says that a review was due once its day has passed', () => {
    const { detail } = nextStep(aHome({ dueOn: '2026-10-31' }), 'en-GB')
    expect(detail).toBe('About 2 hours · 3 workflows · was due Saturday 31 October')
  })

  it('goes on with the next workflow between two reviews', () => {
    const tasks = [aTask('completed'), aTask('not_started'), aTask('not_started')]
    const { detail, action, progress } = nextStep(aHome({ state: 'in_progress', done: 10, tasks }), 'en-GB')
    expect({ detail, action, progress }).toEqual({
      detail: '1 of 3 workflows reviewed · due Monday 30 November',
      action: 'Continue November review',
      progress: 1 / 3,
    })
  })

  it('names the next date when the month is done', () => {
    const dates = [{ on: '2026-12-31', what: 'December review', isOverdue: false }]
    const { title, detail, isPrimary } = nextStep(aHome({ state: 'completed', done: 30 }, { dates }), 'en-GB')
    expect({ title, detail, isPrimary }).toEqual({
      title: 'November review is done',
      detail: 'Nothing to do until Thursday 31 December: December review',
      isPrimary: false,
    })
  })
})

describe('the words of Home', () => {
  it.each([
    { hour: 4, part: 'evening' },
    { hour: 5, part: 'morning' },
    { hour: 11, part: 'morning' },
    { hour: 12, part: 'afternoon' },
    { hour: 17, part: 'afternoon' },
    { hour: 18, part: 'evening' },
  ])('greet at $hour h with “Good $part”', ({ hour, part }) => {
    expect(greeting('Dana Whitfield', hour)).toBe(`Good ${part}, Dana`)
  })

  it('greet without a name while there is none', () => {
    expect(greeting('  ', 9)).toBe('Good morning')
  })

  it('write a day with its weekday in the order of the system', () => {
    expect(dayWithWeekday('2026-11-30', 'en-GB')).toBe('Monday 30 November')
  })
})
