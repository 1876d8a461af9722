import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Series } from '../../../shared/contract/calendar.ts'
import type { CompanyState } from '../../../shared/contract/company.ts'
import type { Person } from '../../../shared/contract/people.ts'
import type { Home } from '../../../shared/contract/results.ts'
import { companyOf0110, fixture } from '../../helpers/company-0110.ts'
import type { Client, TestApp } from '../../helpers/test-app.ts'

/** What the company answered under the code that wrote it, by "procedure id"; a uid is new until it is saved. */
const answers = JSON.parse(fixture('company-0110.answers.json').toString(), (key, value) =>
  key === 'uid' ? undefined : value,
) as Record<string, unknown>

const oneOf = (id: number): Readonly<Record<string, (client: Client) => Promise<unknown>>> => ({
  'results.workflow': (client) => client.results.workflow({ workflowId: id }),
  'results.outputs': (client) => client.results.outputs({ workflowId: id, offset: 0, limit: 50 }),
  'results.issues': (client) => client.results.issues({ workflowId: id, offset: 0, limit: 100 }),
  'register.get': (client) => client.register.get({ workflowId: id }),
  'releases.list': (client) => client.releases.list({ workflowId: id }),
  'documents.list': (client) => client.documents.list({ workflowId: id }),
  'standardInputs.list': (client) => client.standardInputs.list({ workflowId: id }),
  'foundationReviews.get': (client) => client.foundationReviews.get({ id }),
})

const whole: Readonly<Record<string, (client: Client) => Promise<unknown>>> = {
  // The folder, the version and the backup made before the migration are of this run.
  'company.get': async (client) => ({
    ...(await client.company.get()),
    dataFolder: '',
    version: '',
    lastBackupAt: null,
  }),
  'results.home': (client) => client.results.home(),
  'results.overview': (client) => client.results.overview(),
  'documents.list': (client) => client.documents.list({ workflowId: null }),
  'reviews.sessions': (client) => client.reviews.sessions(),
  'changes.waiting': (client) => client.changes.waiting(),
  'changes.list': (client) => client.changes.list({ workflowId: null, kind: null, search: '', offset: 0 }),
  'foundationReviews.list': (client) => client.foundationReviews.list(),
  'foundationReviews.plan': (client) => client.foundationReviews.plan(),
  'signals.triggers': (client) => client.signals.triggers(),
  'calendar.list': (client) => client.calendar.list(),
  'retiredFacts.list': (client) => client.retiredFacts.list(),
  'modelTests.list': (client) => client.modelTests.list(),
  // Whoever was only named somewhere is a person now, beside those who were.
  'people.list': async (client) => {
    const known = new Set((answers['people.list'] as Person[]).map(({ id }) => id))
    return (await client.people.list()).filter(({ id }) => known.has(id))
  },
}

/** Where a rule has changed since: the fields that differ, and why. */
const byNewRules: Readonly<Record<string, (answer: unknown) => unknown>> = {
  // R2: "end of month" has a name of its own, now that a day is one of the month after.
  'company.get': (answer) => {
    const { preferences, ...state } = answer as CompanyState
    return { ...state, preferences: { ...preferences, reviewDay: 'last_day' } }
  },
  // R8: a Foundation review that is called for is the second matter of the Next card, no row under Needs you.
  'results.home': (answer) => {
    const { todos, ...home } = answer as Home
    return { ...home, todos: todos.filter(({ id }) => id !== 'foundation-review:due') }
  },
  // R8: the series lies on or before the due day, which is 4 December here; it was 29 December.
  'calendar.list': (answer) =>
    (answer as Series[]).map((series) =>
      series.kind === 'foundation_review' ? { ...series, firstOn: '2026-11-24' } : series,
    ),
}

/** The part of an answer that was there before: fields may be added, never changed or lost. */
function asBefore(now: unknown, before: unknown): unknown {
  if (Array.isArray(now) && Array.isArray(before)) return now.map((each, at) => asBefore(each, before[at]))
  if (isRecord(now) && isRecord(before)) {
    return Object.fromEntries(Object.keys(before).map((key) => [key, asBefore(now[key], before[key])]))
  }
  return now
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

describe('a company of schema 0110', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await companyOf0110()
  })
  afterAll(() => app.dispose())

  it.each(Object.keys(answers))('answers %s as it did', async (key) => {
    const [name = '', id] = key.split(' ')
    const ask = id === undefined ? whole[name] : oneOf(Number(id))[name]
    const now: unknown = JSON.parse(JSON.stringify(await ask?.(app.client)))
    const before = (byNewRules[key] ?? ((answer) => answer))(answers[key])
    expect(asBefore(now, before)).toEqual(before)
  })
})
