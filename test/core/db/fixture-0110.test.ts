import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Series } from '../../../shared/contract/calendar.ts'
import type { CompanyState } from '../../../shared/contract/company.ts'
import type { Person } from '../../../shared/contract/people.ts'
import type { RegisterEntry } from '../../../shared/contract/register.ts'
import { companyOf0110, fixture } from '../../helpers/company-0110.ts'
import type { Client, TestApp } from '../../helpers/test-app.ts'

/** What the company answered under the code that wrote it, by "procedure id"; a uid is new until it is saved. */
const answers = JSON.parse(fixture('company-0110.answers.json').toString(), (key, value) =>
  key === 'uid' ? undefined : value,
) as Record<string, unknown>

const oneOf = (id: number): Readonly<Record<string, (client: Client) => Promise<unknown>>> => ({
  'results.workflow': (client) => client.results.workflow({ workflowId: id }),
  'results.outputs': (client) => client.results.outputs({ workflowId: id, offset: 0, limit: 50 }),
  'results.issues': async (client) => {
    const asked = { workflowId: id, show: 'issues', offset: 0, limit: 200 } as const
    const { rows } = await client.results.outputs(asked)
    return rows.flatMap(({ issues, itemId, reviewId, month }) =>
      issues.map((issue) => ({ ...issue, itemId, reviewId, month })),
    )
  },
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
    wentBackTo: undefined,
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

type FigureBefore = {
  mean: number
  low: number
  high: number
  known: number
  unknown: number
  status: string
}
type LineBefore = Record<string, unknown> & { latest: FigureBefore; latestMonth: string }
type TodoBefore = Record<string, unknown> & { id: string }
type Before = Record<string, unknown> & { todos: TodoBefore[]; workflows: LineBefore[]; dates: unknown[] }

/** Every figure stands in the finding to the last digit. */
const asFinding = (month: string, { mean, low, high, known, unknown }: FigureBefore) => ({
  month,
  figure: { mean, range: { low, high }, known, unknown },
})

function lineByFinding({ status: _status, latest, latestMonth, monthThree: _level, ...line }: LineBefore) {
  return { ...line, finding: asFinding(latestMonth, latest) }
}

function todoByFinding({ status: _status, ...todo }: TodoBefore) {
  if (todo.id === 'foundation-review:due') return []
  // R3: a text workflow that only had lines of time looks for its own.
  const found = [
    { id: 'finding:2', mark: 'update_due' },
    { id: 'lines:1', mark: 'finding_lines' },
  ]
  return todo.id === 'above:2' ? found : [todo]
}

/** Changes 1 to 7 are the first Foundation, prompts and models. */
const lastStartingPoint = 7

function resultsByFinding(answer: unknown) {
  const {
    monthThree: _level,
    title: _title,
    meaning: _meaning,
    points,
    markers,
    ...results
  } = answer as Record<string, unknown> & {
    points: { month: string; result: { figure: FigureBefore } }[]
    markers: { number: number }[]
  }
  return {
    ...results,
    // R9: what writes down how things were is no change, so it is no line on the chart.
    markers: markers.filter(({ number }) => number > lastStartingPoint),
    points: points.map(({ result, ...point }) => {
      const { status: _status, ...figure } = result.figure
      const finding = asFinding(point.month, result.figure)
      return { ...point, result: { ...result, figure }, finding }
    }),
  }
}

function outputsWithIssues(answer: unknown) {
  const { rows, ...page } = answer as { rows: { notMet: string[] }[] }
  return {
    ...page,
    rows: rows.map(({ notMet, ...row }) => ({ ...row, issues: notMet.map((standard) => ({ standard })) })),
  }
}

/** R9: an effect firms up over three reviews or 30 outputs; until it is settled each review is dated. */
function withNextLook([first, second, ...others]: readonly unknown[]) {
  const what = 'Change 14 gets its next look with the November review'
  return [first, second, { on: '2026-11-30', what, isOverdue: false }, ...others]
}

type ChangesBefore = { rows: { number: number; effects: unknown[] }[]; total: number }

/** R9: an effect is told by the days its outputs were written, not by review months. */
const withoutEffects = ({ rows, total }: ChangesBefore) => ({
  rows: rows.map(({ effects: _effects, ...change }) => change),
  total,
})

function inNewWords(answer: unknown): unknown {
  const before = 'editing over the last three months was 24.8%, above your 20% line'
  const now = 'the whole likely range of editing is above your 20% line'
  return JSON.parse(JSON.stringify(answer).replaceAll(before, now))
}

/** What the register lacks of several workflows is a row of its own since. */
const withGapsRow = (todos: readonly { id: string }[]) =>
  todos.flatMap((todo) => (todo.id === 'retired:1' ? [gapsRow, todo] : [todo]))

const gapsRow = {
  ...{ id: 'register:gaps', title: 'The register lacks answers about 3 AI workflows' },
  detail: '9 in all. They are what an auditor or a customer asks for first.',
  ...{ action: 'Open the register', target: { page: 'workflow' } },
}

function withLaterGaps(answer: unknown) {
  const { gaps, dependencies, ...entry } = answer as RegisterEntry
  return {
    ...entry,
    dependencies,
    gaps: [
      ...['What it decides', 'On which data it decides', 'Who is told when a line is crossed'],
      ...dependencies.map(({ source }) => `${source}: how it would be noticed`),
    ]
      .map((what) => `${what} is not written down`)
      .concat(gaps),
  }
}

/** Where a rule has changed since: the fields that differ, and why. */
const byNewRules: Readonly<Record<string, (answer: unknown) => unknown>> = {
  // R2: "end of month" has a name of its own, now that a day is one of the month after.
  'company.get': (answer) => {
    const { preferences, ...state } = answer as CompanyState
    return { ...state, preferences: { ...preferences, reviewDay: 'last_day' } }
  },
  // R8: a Foundation review that is called for is the second matter of the Next card, no row under Needs you.
  // R3a: figure, status and month 3 of a workflow are those of its finding; a row under Needs you says it.
  'results.home': (answer) => {
    const { todos, workflows, dates, ...home } = answer as Before
    return {
      ...home,
      dates: withNextLook(dates),
      todos: withGapsRow(todos.flatMap(todoByFinding)),
      workflows: workflows.map(lineByFinding),
    }
  },
  // What a workflow decides, on which data, who is told and how a broken source is noticed are asked for since.
  ...Object.fromEntries(['1', '2', '3'].map((id) => [`register.get ${id}`, withLaterGaps])),
  // Outputs and issues are one list: an output comes with its issues, by standard, type, section and note.
  ...Object.fromEntries(['1', '2', '3'].map((id) => [`results.outputs ${id}`, outputsWithIssues])),
  ...Object.fromEntries(
    ['1', '2', '3'].map((id) => [
      `results.issues ${id}`,
      (answer: unknown) => (answer as { rows: unknown }).rows,
    ]),
  ),
  'changes.list': (answer) => withoutEffects(answer as ChangesBefore),
  'changes.waiting': () => ({ rows: [{ number: 14 }], total: 1 }),
  'results.overview': (answer) => (answer as LineBefore[]).map(lineByFinding),
  ...Object.fromEntries(['1', '2', '3'].map((id) => [`results.workflow ${id}`, resultsByFinding])),
  // R3: 15 and 20 % are shares of time, and nobody gave them to this text workflow: it finds its own. What its
  // finished months say stays.
  'results.workflow 1': (answer) => ({ ...resultsByFinding(answer), targetLine: null, updateLine: null }),
  // R4: an update that is due says by which reason.
  'signals.triggers': inNewWords,
  'foundationReviews.plan': inNewWords,
  // R8: the series lies on or before the due day, which is 4 December here; it was 29 December.
  'calendar.list': (answer) =>
    (answer as Series[]).map((series) =>
      series.kind === 'foundation_review' ? { ...series, firstOn: '2026-11-24' } : series,
    ),
  // The beginning of an output ends with a word, and says that it goes on.
  ...Object.fromEntries(['1', '2'].map((id) => [`foundationReviews.get ${id}`, withWholeWords])),
}

function withWholeWords(answer: unknown): unknown {
  const { cards, ...review } = answer as { cards: { issues: { excerpt: string }[] }[] }
  const whole = ({ excerpt, ...issue }: { excerpt: string }) => ({
    ...issue,
    excerpt: excerpt.length < 240 ? excerpt : expect.stringMatching(/\S…$/),
  })
  return { ...review, cards: cards.map(({ issues, ...card }) => ({ ...card, issues: issues.map(whole) })) }
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
