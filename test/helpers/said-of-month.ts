import { readXlsx } from 'hucre/xlsx'
import type { Finding } from '../../shared/contract/reviews/findings.ts'
import { standingLabels, standingOf } from '../../shared/domain/effects/standing.ts'
import { findingHeadline } from '../../shared/domain/findings/finding-words.ts'
import { monthStatusLabels } from '../../shared/domain/findings/status.ts'
import { roundFigure } from '../../shared/domain/format.ts'
import type { Month } from '../../shared/domain/time/dates.ts'
import type { TestCompany } from './test-company.ts'

/** What one reply says of the newest finished month, or of a change: from where, about what, and what. */
export type Said = { by: string; about: string; says: string }

const shown = (share: number | null) => (share === null ? 'none' : String(roundFigure(share, 3)))
const round = (share: number | null | undefined) => (share == null ? 'none' : share.toFixed(9))

/** Status, figure, references and direction of a month, as one line that two replies can be compared by. */
function monthLine({ month, status, figure, moves, headline }: Finding): string {
  const verdicts = Object.values(moves).map(({ verdict, months }) => `${verdict} ${months?.join() ?? ''}`)
  return [month, status, round(figure.mean), figure.known, headline.kind, ...verdicts].join(' | ')
}

/** Everything that speaks of the newest finished month of the only workflow, by the reply it stands in. */
export async function saidOfMonth({ client }: TestCompany): Promise<Said[]> {
  const [results, [line], home, triggers, plan] = await Promise.all([
    client.results.workflow({ workflowId: 1 }),
    client.results.overview(),
    client.results.home(),
    client.signals.triggers(),
    client.foundationReviews.plan(),
  ])
  const { finding } = results
  const point = results.points.at(-1)
  if (!finding || !point) return []
  const review = await client.reviews.get({ reviewId: point.reviewId })
  const session = await client.reviews.session({ month: point.month })
  const documents = await client.documents.list({ workflowId: 1 })
  const done = await client.results.done({ reviewId: point.reviewId })
  const report = await client.reports.page(periodOf(point.month))
  const warnings = documents[0] ? await client.documents.warnings({ id: documents[0].id }) : []
  const isDue = finding.status === 'update_due'
  const isPressing =
    ['update_due', 'update_suggested'].includes(finding.status) || finding.headline.kind === 'early_sign'
  const row = home.todos.find(({ id }) => id === 'finding:1')
  const say = (about: string) => (by: string, says: unknown) => ({ by, about, says: String(says) })
  const month = say('month')
  const figure = say('figure')
  return [
    ...[
      month('workflow', monthLine(finding)),
      month('list', line?.finding ? monthLine(line.finding) : 'nothing'),
      month('Home', home.workflows[0]?.finding ? monthLine(home.workflows[0].finding) : 'nothing'),
      month('chart', monthLine(point.finding)),
      month('review', review.finding ? monthLine(review.finding) : 'nothing'),
      month('report', report.lines[0] ? monthLine(report.lines[0].finding) : 'nothing'),
    ],
    ...[
      figure('finding', round(finding.figure.mean)),
      figure('result', round(point.result.figure.mean)),
      figure('review', round(review.result?.figure.mean)),
      figure('spark', round(line?.spark.at(-1)?.mean ?? finding.figure.mean)),
    ],
    ...[
      figure('report chart', round(report.charts[0]?.months.at(-1)?.mean)),
      figure('Done', round(mean(done.rows.at(-1)?.values ?? []))),
    ],
    say('status')('finding', finding.status),
    say('status')('report chart', report.charts[0]?.status),
    say('status')('session', session.tasks[0]?.status),
    say('a row on Home')('finding', isPressing),
    say('a row on Home')('Home', row !== undefined),
    ...(row
      ? [
          say('headline')('finding', findingHeadline(finding, 'en-GB').toLowerCase()),
          say('headline')('Home', row.title.slice('Customer replies: '.length).toLowerCase()),
        ]
      : []),
    say('update due')('finding', isDue),
    say('update due')(
      'triggers',
      triggers.some(({ kind }) => kind === 'update_due'),
    ),
    say('update due')(
      'plan',
      plan.triggers.some(({ kind }) => kind === 'update_due'),
    ),
    ...(documents[0]
      ? [
          say('noise')('finding', finding.headline.kind === 'steady'),
          say('noise')(
            'guard',
            warnings.some(({ id }) => id === 'noise'),
          ),
        ]
      : []),
  ]
}

const periodOf = (month: Month) => ({ kind: 'month', from: month, to: month }) as const

const mean = (values: readonly number[]) =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length

/** What the saved workbook says of every finished month, beside what the workflow's page does. */
export async function saidInWorkbook(company: TestCompany): Promise<Said[]> {
  const { finding, points } = await company.client.results.workflow({ workflowId: 1 })
  if (!finding) return []
  const sheets = await exportedWorkbook(company, finding.month)
  const [row = {}] = sheets('Summary')
  const shown = (share: unknown) => round(typeof share === 'number' ? share : null)
  const say = (about: string, by: string, says: unknown) => ({ by, about, says: String(says) })
  return [
    say('month', 'finding', [monthStatusLabels[finding.status], findingHeadline(finding, 'en-GB')]),
    say('month', 'Summary', [row.Status, row.Finding]),
    say('figure', 'finding', [shown(finding.figure.mean), finding.figure.known + finding.figure.unknown]),
    say('figure', 'Summary', [shown(row.Editing), row.Outputs]),
    say(
      'months',
      'chart',
      points.map(({ month, finding: { figure } }) => [month, shown(figure.mean)]),
    ),
    say(
      'months',
      'Trend',
      sheets('Trend').map((each) => [monthIn(each.Month), shown(each.Editing)]),
    ),
  ]
}

const monthIn = (cell: unknown) => (cell instanceof Date ? cell.toISOString().slice(0, 7) : cell)

/** The rows of a sheet of the saved workbook of a month, by their headers. */
async function exportedWorkbook({ client, fetch, jobsEnded }: TestCompany, month: Month) {
  const { jobId } = await client.exports.workbook({ ...periodOf(month), withTexts: false })
  await jobsEnded()
  const { fileId } = await client.jobs.get({ id: jobId })
  const { sheets } = await readXlsx(new Uint8Array(await (await fetch(`/files/${fileId}`)).arrayBuffer()))
  return (name: string): Record<string, unknown>[] => {
    const { rows = [] } = sheets.find((each) => each.name === name) ?? {}
    const header = rows.findIndex((row) => row.includes('Editing'))
    const keys = (rows[header] ?? []).map(String)
    const filled = rows.slice(header + 1).filter((row) => row.some((cell) => cell !== null))
    return filled.map((row) => Object.fromEntries(keys.map((key, at) => [key, row[at] ?? null])))
  }
}

/** Everything that speaks of each change: the log, its page, the waiting list, which helped, the file, the outputs. */
export async function saidOfChanges(app: TestCompany): Promise<Said[]> {
  const { client } = app
  const { rows } = await client.changes.list({ workflowId: null, search: '', offset: 0 })
  const [told, waiting, home, { nextStep } = { nextStep: null }] = await Promise.all([
    client.changes.told(),
    client.changes.waiting(),
    client.results.home(),
    client.results.workflow({ workflowId: 1 }).then(({ finding }) => finding ?? undefined),
  ])
  const file = await exportedLog(app)
  const said: Said[] = []
  for (const { number, effects, plan } of rows) {
    const [effect] = effects
    if (!effect) continue
    const say = (about: string, by: string, says: unknown) =>
      said.push({ by, about: `${about} of change ${number}`, says: String(says) })
    const [page] = (await client.changes.get({ number })).effects
    const look = effect.looks.at(-1)
    const facts = (each: typeof effect | undefined) =>
      JSON.stringify(
        each?.looks.map(({ month, verdict, stage, difference }) => [month, verdict, stage, difference]),
      )
    say('looks', 'log', facts(effect))
    say('looks', 'page', facts(page))
    const helped = told.find((each) => each.number === number)
    if (look) say('looks', 'which helped', facts(helped?.effect))
    say('told', 'log', look !== undefined)
    say('told', 'which helped', helped !== undefined)
    const isWaiting = effect.waitingFor !== null
    say('waiting', 'log', isWaiting)
    say(
      'waiting',
      'list',
      waiting.rows.some((each) => each.number === number),
    )
    const dated = home.dates.some(({ what }) => new RegExp(`^Changes? (.*\\b)?${number}\\b`).test(what))
    const late = home.todos.some(({ title, detail }) => `${title} ${detail}`.includes('still wait'))
    if (plan === null) say('waiting', 'Home', dated || (late && isWaiting))
    say('verdict', 'log', standingLabels[standingOf(effect)])
    say('verdict', 'file', file.get(number)?.verdict)
    say('figures', 'log', look ? `${round(look.before.mean)} ${round(look.after.mean)}` : 'none')
    // The file has them as the screen rounds them.
    say('figures shown', 'log', look ? `${shown(look.before.mean)} ${shown(look.after.mean)}` : 'none')
    say('figures shown', 'file', file.get(number)?.figures)
    if (look) {
      const sides = await client.changes.outputs({ number, workflowId: 1 })
      const meanOf = (outputs: readonly { editing: number | null }[]) =>
        round(mean(outputs.map(({ editing }) => editing ?? 0)))
      say('figures', 'outputs', `${meanOf(sides.before)} ${meanOf(sides.after)}`)
      const isApart = sides.before.every(
        ({ writtenOn }) => writtenOn === null || writtenOn < effect.countsFrom,
      )
      say('outputs before are before', 'rule', true)
      say('outputs before are before', 'outputs', isApart)
    }
    if (nextStep?.kind === 'wait_for_effect' && nextStep.changeNumber === number) {
      say('open', 'step', true)
      say('open', 'log', isWaiting)
    }
  }
  return said
}

/** The newest verdict and both figures of each change, as the saved file has them. */
async function exportedLog({ client, fetch }: TestCompany) {
  const { fileId } = await client.exports.list({ list: { kind: 'changes' }, format: 'csv' })
  const [header = '', ...lines] = (await (await fetch(`/files/${fileId}`)).text())
    .replace('\uFEFF', '')
    .split('\r\n')
  const names = header.split(',')
  const cell = (cells: readonly string[], name: string) => cells[names.indexOf(name)] ?? ''
  return new Map(
    lines.filter(Boolean).map((line) => {
      const cells = (line.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g) ?? []).map((each) => each.replace(/,$/, ''))
      const share = (name: string) => (cell(cells, name) === '' ? 'none' : shown(Number(cell(cells, name))))
      const figures = cell(cells, 'Outputs') === '' ? 'none' : `${share('Before')} ${share('After')}`
      return [Number(cell(cells, 'Number')), { verdict: cell(cells, 'Verdict'), figures }] as const
    }),
  )
}

/** What two replies say differently, by what it is about. */
export function contradictions(said: readonly Said[]): string[] {
  return [...Map.groupBy(said, ({ about }) => about)].flatMap(([about, all]) =>
    new Set(all.map(({ says }) => says)).size === 1
      ? []
      : [`${about}: ${all.map(({ by, says }) => `${by} says ${says}`).join('; ')}`],
  )
}
