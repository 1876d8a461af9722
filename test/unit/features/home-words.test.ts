import { describe, expect, it } from 'vitest'
import { nextSteps } from '../../../renderer/features/home/next-step.ts'
import { dayWithWeekday, greeting } from '../../../renderer/features/home/words.ts'
import type { Home, WorkflowLine } from '../../../shared/contract/results.ts'
import type { ReviewTask, Session } from '../../../shared/contract/reviews/reviews.ts'
import { aFinding } from '../../helpers/findings.ts'

const line: WorkflowLine = {
  workflowId: 1,
  name: 'Customer replies',
  stage: 'production',
  processOwner: '',
  measure: 'text',
  finding: null,
  spark: [],
  nextMonth: null,
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
    againCount: 0,
    secondLookCount: 0,
    outputCount: 0,
    obstacle: null,
    skipReason: null,
    result: null,
    status: null,
    secondLook: null,
  }
}

function aHome(session: Partial<Session> | null, rest: Partial<Home> = {}): Home {
  const whole: Session = {
    month: '2026-11',
    dueOn: '2026-12-07',
    daysOverdue: 0,
    isHistory: false,
    state: 'not_started',
    done: 0,
    total: 30,
    secondLookCount: 0,
    skippedCount: 0,
    secondsUsed: 0,
    tasks: [aTask('not_started'), aTask('not_started'), aTask('not_started')],
    continueReviewId: null,
    ...session,
  }
  return {
    ownerName: 'Dana',
    today: '2026-11-21',
    session: session && whole,
    foundation: null,
    continueAt: null,
    budgetMinutes: 120,
    workflows: [line],
    todos: [],
    dates: [],
    ...rest,
  }
}

const foundation: Home['foundation'] = {
  on: '2026-11-17',
  state: 'soon',
  cadence: 'quarterly',
  reasons: ['“New delivery terms” on 1 November'],
  review: null,
}

const stepOf = (home: Home) => nextSteps(home, 'en-GB').next

describe('the next step on Home', () => {
  it('is to set up a workflow while there is none', () => {
    expect(stepOf(aHome(null, { workflows: [] })).target).toBe('/workflows/new')
  })

  it('continues an unfinished review at its output', () => {
    const home = aHome(
      { state: 'in_progress', done: 13, secondsUsed: 52 * 60 },
      { continueAt: { reviewId: 7, workflowName: 'Proposals', position: 14, total: 30 } },
    )
    expect(stepOf(home)).toEqual({
      title: 'November review',
      overdue: null,
      detail: 'Output 14 of 30 · 52 min used of 2 hours · due Monday 7 December',
      progress: 13 / 30,
      action: 'Continue at output 14',
      target: '/review/7',
      isPrimary: true,
    })
  })

  it('says of an open review how many outputs are new, and never which came again', () => {
    const again = { ...aTask('in_progress'), reviewId: 7, total: 12, againCount: 2 }
    const home = aHome(
      { state: 'in_progress', tasks: [again] },
      { continueAt: { reviewId: 7, workflowName: 'Proposals', position: 5, total: 12 } },
    )
    expect(stepOf(home).detail).toMatch(/^Output 5 of 12 \(10 new, 2 of earlier months\) · /)
  })

  it('begins the month’s review when nothing is under way', () => {
    expect(stepOf(aHome({}))).toEqual({
      title: 'November review',
      overdue: null,
      detail:
        '3 workflows, 10 outputs each, about 2 hours. Due Monday 7 December. The November outputs are still to be brought in.',
      progress: null,
      action: 'Begin the November review',
      target: '/reviews/2026-11',
      isPrimary: true,
    })
  })

  it('says since when a review is overdue, and which outputs are missing', () => {
    const tasks = [aTask('not_started'), aTask('not_started'), { ...aTask('not_started'), outputCount: 58 }]
    const { overdue, detail, title } = stepOf(
      aHome({ month: '2026-10', dueOn: '2026-11-07', daysOverdue: 5, tasks }, { today: '2026-11-12' }),
    )
    expect([title, overdue, detail]).toEqual([
      'October review',
      'Overdue since 7 November',
      '3 workflows, 10 outputs each, about 2 hours. Two of them still need their October outputs.',
    ])
  })

  it('goes on with the next workflow between two reviews', () => {
    const tasks = [aTask('completed'), { ...aTask('not_started'), outputCount: 12 }, aTask('not_started')]
    const { detail, action, progress } = stepOf(aHome({ state: 'in_progress', done: 10, tasks }))
    expect({ detail, action, progress }).toEqual({
      detail: '1 of 3 workflows done. Due Monday 7 December. One of them still needs its November outputs.',
      action: 'Continue the November review',
      progress: 1 / 3,
    })
  })

  it('names the next date when the month is done', () => {
    const target = { page: 'session', month: '2026-12' } as const
    const dates = [{ on: '2027-01-07', what: 'December review', isOverdue: false, target }]
    const { title, detail, isPrimary } = stepOf(aHome({ state: 'completed', done: 30 }, { dates }))
    expect({ title, detail, isPrimary }).toEqual({
      title: 'The November review is done',
      detail: 'Nothing to do until Thursday 7 January: December review.',
      isPrimary: false,
    })
  })
})

describe('the Foundation review on Home', () => {
  it('is the second matter, with its day and its reasons', () => {
    const [second] = nextSteps(aHome({}, { today: '2026-11-12', foundation }), 'en-GB').after
    expect(second).toMatchObject({
      title: 'Then the Foundation review, in five days: Tuesday 17 November',
      overdue: null,
      detail: 'It is the quarterly one, and it has reasons of its own: “New delivery terms” on 1 November.',
      action: 'Prepare it',
      isPrimary: false,
    })
  })

  it('leads where the month is done', () => {
    const home = aHome({ state: 'completed' }, { today: '2026-11-17', foundation })
    const {
      next,
      after: [second],
    } = nextSteps(home, 'en-GB')
    expect([next.title, next.isPrimary]).toEqual(['The Foundation review, today: Tuesday 17 November', true])
    expect([second?.title, second?.isPrimary]).toEqual(['The November review is done', false])
  })

  it('says since when it is overdue, what calls for it, and how far it is', () => {
    const titleOf = (part: Partial<NonNullable<Home['foundation']>>, today = '2026-11-20') => {
      const [second] = nextSteps(aHome({}, { today, foundation: { ...foundation, ...part } }), 'en-GB').after
      return [second?.title, second?.overdue, second?.action]
    }
    expect(titleOf({ state: 'overdue' })).toEqual([
      'Then the Foundation review',
      'Overdue since 17 November',
      'Prepare it',
    ])
    expect(titleOf({ state: 'triggered', on: '2026-11-20' })).toEqual([
      'Then the Foundation review: something calls for it',
      null,
      'Prepare it',
    ])
    expect(titleOf({ state: 'begun', review: { id: 3, answered: 4, total: 9 } })).toEqual([
      'Then the Foundation review, under way',
      null,
      'Go on',
    ])
  })
})

describe('an update that is due', () => {
  const finding = aFinding({ status: 'update_due', nextStep: { kind: 'plan_update' } })
  const todo: Home['todos'][number] = {
    id: 'finding:1',
    title: 'Customer replies: an update is due',
    detail: 'August to October: 25.9% in 30 outputs.',
    action: 'Plan an update',
    target: { page: 'update', workflowId: 1, sectionId: 4 },
    mark: 'update_due',
    workflowId: 1,
  }
  const rest = (kind: 'plan_update' | 'second_look' = 'plan_update'): Partial<Home> => ({
    today: '2026-11-12',
    workflows: [{ ...line, finding: { ...finding, nextStep: { kind } as typeof finding.nextStep } }],
    todos: [todo],
    foundation,
  })

  it('is begun before a month that still goes on is reviewed, and stands once', () => {
    const { next, after, taken } = nextSteps(aHome({}, rest()), 'en-GB')
    expect(next).toMatchObject({
      title: 'Customer replies: an update is due',
      action: 'Plan an update',
      target: '/foundation/4?for=1',
      isPrimary: true,
    })
    expect(after.map(({ title }) => title)).toEqual([
      'Then the Foundation review, in five days: Tuesday 17 November',
      'November review',
    ])
    expect(taken).toBe('finding:1')
  })

  it('leaves nothing to say of waiting for the next month', () => {
    const { next, after } = nextSteps(aHome({ state: 'completed' }, { ...rest(), foundation: null }), 'en-GB')
    expect([next.action, after]).toEqual(['Plan an update', []])
  })

  it.each<[string, Partial<Session>, Partial<Home>]>([
    ['under way', { state: 'in_progress' }, {}],
    ['of a month that is over', { month: '2026-10', dueOn: '2026-11-07', daysOverdue: 5 }, {}],
  ])('comes after a review %s', (_case, session, more) => {
    const { next, taken } = nextSteps(aHome(session, { ...rest(), ...more }), 'en-GB')
    expect(next.title).toMatch(/review$/)
    expect(taken).toBeNull()
  })

  it('that waits for the effect of a change begins nothing', () => {
    expect(nextSteps(aHome({}, rest('second_look')), 'en-GB').next.title).toBe('November review')
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
