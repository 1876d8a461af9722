import type { KeptReport, ReportCosts, ReportPage } from '../../../../shared/contract/reports/reports.ts'
import { monthHeadline } from '../../../../shared/domain/findings/month-headline.ts'
import { changedFigures } from '../../../../shared/domain/report/changed-since.ts'
import { hoursAndMoney } from '../../../../shared/domain/report/hours.ts'
import { type ReportPeriod, reportPeriods } from '../../../../shared/domain/report/period.ts'
import type { Used } from '../../../../shared/domain/report/used.ts'
import { addMonths, lastDayOf, type Month } from '../../../../shared/domain/time/dates.ts'
import { heldAndMissed } from '../../../../shared/domain/time/months.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import { auditHead } from '../../db/audit.ts'
import type { Handlers } from '../../handlers.ts'
import type { Company } from '../company/service.ts'
import type { Effects } from '../effects/service.ts'
import type { FoundationReviews } from '../foundation-reviews/service.ts'
import type { Months } from '../months/service.ts'
import type { Results } from '../results/service.ts'
import type { Workflows } from '../workflows/service.ts'
import { changesOf, chartsOf, lineOf, type Reported, reportedIn } from './page.ts'
import { createReportsRepository, type Kept } from './repository.ts'

type Needs = {
  company: Pick<Company, 'get'>
  workflows: Pick<Workflows, 'all' | 'find'>
  results: Pick<Results, 'resultsOf'>
  effects: Pick<Effects, 'all'>
  months: Pick<Months, 'all' | 'sealOf'>
  foundationReviews: Pick<FoundationReviews, 'heldBetween' | 'dueOn'>
}

const perPage = 20
/** Between the 8 and 12 hours that a month with a model test takes. */
const defaultCosts: ReportCosts = { hourlyCost: null, updateHours: 10 }

/** What is handed on to leadership: the page of a period, and the pages that were kept as they were. */
export function createReports(
  context: Context,
  needs: Needs,
): Handlers<'reports'> & {
  /** What is counted of a workflow, by month. */
  usedOf: (workflowId: number) => ReadonlyMap<Month, Used>
} {
  const { db, clock } = context
  const command = context.commands('reports')
  const repository = createReportsRepository(db)
  const costs = () => repository.costs() ?? defaultCosts

  const all = () =>
    needs.workflows.all().map((workflow) => ({ workflow, results: needs.results.resultsOf(workflow.id) }))

  const usedOf = (workflowId: number): ReadonlyMap<Month, Used> =>
    new Map(repository.used(workflowId).map(({ month, ...used }) => [month, used]))

  function periods(): ReportPeriod[] {
    const finished = needs.months.all().flatMap(({ month, state }) => (state === 'finished' ? [month] : []))
    return reportPeriods(finished, repository.lastTo())
  }

  function page(period: ReportPeriod, locale: string): ReportPage {
    const reported = reportedIn(period, all())
    if (reported.length === 0) {
      throw new AppError('INVALID_INPUT', 'No review of this period is finished. Finish one, then report it.')
    }
    const names = needs.company.get()
    const year = { from: addMonths(period.to, -11), to: period.to }
    const current = reported.filter(({ inUseTo }) => inUseTo === null)
    const workflows = current.map(({ workflow, point }) => ({
      name: workflow.name,
      volume: workflow.monthlyVolume,
      byHandMinutes: point.result.figure.byHandMinutes,
      finding: point.finding,
    }))
    const inPeriod = reported.flatMap(({ results }) =>
      results.points.filter(({ month }) => month >= period.from && month <= period.to),
    )
    const ids = reported.map(({ workflow }) => workflow.id)
    return {
      period,
      company: names?.name ?? '',
      ownerName: names?.ownerName ?? '',
      on: clock.today(),
      headline: monthHeadline(
        reported.map(({ workflow, point, inUseTo }) => ({
          name: workflow.name,
          status: point.finding.status,
          inUseTo,
        })),
        locale,
      ),
      words: repository.words(period) ?? { sentence: '', decisions: [] },
      lines: reported.map((each) => lineOf(each, usedOf(each.workflow.id))),
      charts: chartsOf(current),
      changes: changesOf(needs.effects.all(), ids, period.to),
      hours: hoursAndMoney(workflows, costs()),
      costs: costs(),
      held: {
        ...heldAndMissed(needs.months.all(), year),
        foundation: needs.foundationReviews.heldBetween(`${year.from}-01`, lastDayOf(year.to)),
      },
      outputs: sum(inPeriod.map(({ finding: { figure } }) => figure.known + figure.unknown)),
      replaced: sum(inPeriod.map(({ result }) => result.replaced)),
      ownSeconds: sum(inPeriod.map(({ result }) => result.secondsUsed)),
      next: nextDates(reported),
      audit: null,
    }
  }

  function nextDates(reported: readonly Reported[]): ReportPage['next'] {
    const monthly = reported
      .flatMap(({ results }) => (results.nextReview ? [results.nextReview] : []))
      .toSorted((a, b) => a.due.localeCompare(b.due))[0]
    const foundation = needs.foundationReviews.dueOn()
    return [
      ...(monthly ? [{ kind: 'monthly_review' as const, on: monthly.due, month: monthly.month }] : []),
      ...(foundation === null ? [] : [{ kind: 'foundation_review' as const, on: foundation, month: null }]),
    ]
  }

  function toKept({ id, keptAt, page: kept }: Kept, locale: string): KeptReport {
    const workflows = new Map(all().map(({ workflow, results }) => [workflow.id, results.points]))
    return {
      id,
      period: kept.period,
      headline: kept.headline,
      keptAt,
      changedSince: changedFigures(
        kept.lines,
        (workflowId, month) => {
          const finding = workflows.get(workflowId)?.find((point) => point.month === month)?.finding
          return finding ? { finding, used: usedOf(workflowId).get(month) ?? null } : null
        },
        locale,
      ),
    }
  }

  return {
    periods,
    page: (period, { locale }) => page(period, locale),
    saveWords: ({ sentence, decisions, ...period }) =>
      command(() => {
        const after = { sentence, decisions }
        const before = repository.words(period)
        repository.setWords(period, after)
        const entityId = `${period.kind} ${period.from} ${period.to}`
        command.log({ action: 'write', entity: 'report_words', entityId, before, after })
        return after
      }),
    setCosts: (after) =>
      command(() => {
        const before = costs()
        repository.setCosts(after)
        command.log({ action: 'update', entity: 'report_costs', entityId: 1, before, after })
        return after
      }),
    setUsed: ({ workflowId, month, used }) =>
      command(() => {
        needs.workflows.find(workflowId)
        const before = usedOf(workflowId).get(month) ?? null
        repository.setUsed(workflowId, month, used)
        const entityId = `${workflowId} ${month}`
        command.log({ action: 'write', entity: 'outputs_used', entityId, before, after: used })
        return used
      }),
    usedOf,
    stamp({ to }) {
      const seal = needs.months.sealOf(to)
      return seal ? { seq: seal.seq, hash: seal.hash, month: to } : auditHead(db)
    },
    keep: ({ audit, ...period }, { locale }) =>
      command(() => {
        if (!repository.isInLog(audit))
          throw new AppError('INVALID_INPUT', 'Save the page again: its record is not in the log.')
        const kept = { ...page(period, locale), audit }
        const last = repository.last()
        if (last && isSamePage(last.page, kept)) {
          command.log({ action: 'save_again', entity: 'report', entityId: last.id })
          return { id: last.id }
        }
        const id = repository.keep(clock.now(), kept)
        command.log({
          action: 'keep',
          entity: 'report',
          entityId: id,
          after: { period, headline: kept.headline, words: kept.words },
        })
        return { id }
      }),
    list: ({ offset }, { locale }) => ({
      reports: repository.list(perPage, offset).map((kept) => toKept(kept, locale)),
      total: repository.count(),
    }),
    kept({ id }, { locale }) {
      const kept = repository.kept(id)
      if (!kept) throw new AppError('NOT_FOUND', 'That report is not here.')
      return { ...toKept(kept, locale), page: kept.page }
    },
  }
}

export type Reports = ReturnType<typeof createReports>

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** All a reader sees is the same; the log goes on whatever is reported. */
function isSamePage(one: ReportPage, other: ReportPage): boolean {
  const shown = ({ audit, outputs, ...page }: ReportPage) => JSON.stringify(page)
  return shown(one) === shown(other)
}
