import { describe, expect, test } from 'vitest'
import { ReportSheet } from '../../renderer/features/reports/ReportSheet.tsx'
import { standalonePage } from '../../renderer/parts/print/standalone-page.ts'
import type { ReportLine, ReportPage } from '../../shared/contract/reports/reports.ts'
import { hoursAndMoney } from '../../shared/domain/report/hours.ts'
import { addMonths } from '../../shared/domain/time/dates.ts'
import { aFinding } from '../helpers/findings.ts'
import { expectAccessible, rowsOf, show } from './helpers/show.tsx'

const finding = aFinding({ measure: 'minutes' })
const aLine = (id: number, fields: Partial<ReportLine> = {}): ReportLine => ({
  ...{
    workflowId: id,
    name: `Customer replies ${id}`,
    finding,
    drawMethod: 'random',
    poolCount: 631,
    used: { used: 412, offered: 480 },
  },
  ...fields,
})

const sentence =
  'Proposals still quote last spring’s prices, behind nine of fourteen issues and both unfit drafts, which Sales caught before they went out; Sofia and I mend it by 16 November, and the November review will show whether it held up.'.slice(
    0,
    160,
  )
const decision = {
  what: 'Approve the new prices in the Foundation and name who confirms each new list',
  who: 'Sofia Marques',
  by: '2026-12-01',
}

/** A page as full as it can be. */
function aPage(workflows: number, fields: Partial<ReportPage> = {}): ReportPage {
  const lines = Array.from({ length: workflows }, (_, index) => aLine(index + 1))
  const worked = lines.map(({ name }) => ({ name, volume: 60, byHandMinutes: 90, finding }))
  return {
    period: { kind: 'month', from: '2026-10', to: '2026-10' },
    company: 'Fernhill Supply',
    ownerName: 'Dana Whitfield',
    on: '2026-11-09',
    headline: `${workflows} of ${workflows} AI workflows are on target. Customer replies and Job adverts: watch.`,
    words: {
      sentence,
      decisions: [decision, decision, decision].map((each, n) => ({
        ...each,
        what: `${n + 1}. ${each.what}`,
      })),
    },
    lines,
    charts: lines.slice(0, 3).map(({ workflowId, name }) => ({
      ...{ workflowId, name, status: 'on_target' as const, range: { low: 0.1, high: 0.2 }, monthThree: 0.13 },
      lines: { target: 0.15, update: 0.2 },
      months: Array.from({ length: 12 }, (_, n) => ({
        month: addMonths('2025-11', n),
        mean: n === 5 ? null : 0.12 + n / 100,
      })),
      markers: [{ number: 14, month: '2026-05' }],
    })),
    changes: [1, 2, 3, 4].map((number) => ({
      ...{
        number,
        workflow: 'Customer replies',
        what: 'A model changed to a newer one with a long name indeed',
      },
      ...{ onDate: '2026-06-01', before: 0.144, after: 0.184, verdict: 'About the same, settled' },
    })),
    hours: hoursAndMoney(worked, { updateHours: 10 }),
    costs: { hourlyCost: { amount: 48, currency: 'EUR' }, updateHours: 10 },
    held: { held: 35, skipped: 1, missed: 0, foundation: 4 },
    replaced: 1,
    ownSeconds: 10_200,
    next: [
      { kind: 'monthly_review', on: '2026-12-07', month: '2026-11' },
      { kind: 'foundation_review', on: '2026-12-08', month: null },
    ],
    audit: { seq: 2318, hash: '9c417be052afd318'.repeat(4) },
    ...fields,
  }
}

const papers = { A4: [794, 1123], Letter: [816, 1056] } as const

describe.each([1, 3, 4, 12])('a page of %i workflows, as full as it can be', (workflows) => {
  test.each(Object.entries(papers))('fits on one page of %s', async (_, [width, height]) => {
    const { screen } = await show(<ReportSheet page={aPage(workflows)} />)
    const sheet = screen.container.querySelector('article')
    if (!sheet) throw new Error('There is no page')
    sheet.style.width = `${width}px`
    sheet.style.minHeight = '0'
    expect(sheet.getBoundingClientRect().height).toBeLessThanOrEqual(height)
    expect(sheet.scrollWidth).toBeLessThanOrEqual(width)
  })
})

test('on its own the page is the same page, light and without anything to load', async () => {
  const { screen } = await show(<ReportSheet page={aPage(3)} />)
  const sheet = screen.container.querySelector('article')
  if (!sheet) throw new Error('There is no page')
  document.documentElement.dataset.theme = 'dark'
  const html = await standalonePage(sheet, 'Fernhill Supply: <b>')
  delete document.documentElement.dataset.theme
  expect(html).not.toMatch(/https?:|<script|url\((?!"data:)/)
  const frame = document.createElement('iframe')
  Object.assign(frame.style, { width: '794px', height: '1123px' })
  frame.srcdoc = html
  document.body.append(frame)
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  const made = frame.contentDocument?.querySelector('article')
  const style = (element: Element | null | undefined) =>
    element ? frame.contentWindow?.getComputedStyle(element) : null
  expect(frame.contentDocument?.title).toBe('Fernhill Supply: <b>')
  expect(made?.textContent).toBe(sheet.textContent)
  expect(style(made)?.color).toBe('rgb(31, 41, 51)')
  expect(style(made?.querySelector('h2'))?.fontSize).toBe(
    getComputedStyle(sheet.querySelector('h2') ?? sheet).fontSize,
  )
  await frame.contentDocument?.fonts.ready
  expect(made?.getBoundingClientRect().height).toBeLessThanOrEqual(1123)
  frame.remove()
})

test('every figure stands in its own column, each with what qualifies it', async () => {
  const { moves, quality } = finding
  const told = aFinding({
    measure: 'minutes',
    status: 'update_due',
    figure: { mean: 0.246, range: { low: 0.18, high: 0.31 }, known: 29, unknown: 1 },
    moves: {
      ...moves,
      monthThree: { ...moves.monthThree, verdict: 'more', difference: 0.097, noise: 0.05, why: null },
    },
    quality: {
      ...quality,
      metEvery: { count: 17, of: 30, range: { low: 0.39, high: 0.73 } },
      notFit: { count: 2, of: 30, range: { low: 0.02, high: 0.21 } },
      userSatisfaction: { mean: 3.6, n: 28 },
    },
  })
  const page = aPage(1, { lines: [aLine(1, { name: 'Proposals', finding: told, poolCount: 58 })] })
  const { screen } = await show(<ReportSheet page={page} />)
  const row = rowsOf(screen.container).find(([name]) => name?.startsWith('Proposals'))
  expect(row).toEqual([
    'Proposalsby time spent',
    'Update due',
    '24.6%18–31%',
    '+9.7more than chance',
    '17 of 3039–73%',
    '2 of 302–21%',
    '3.628 by users',
    '30 of 58random',
  ])
  await expectAccessible(screen.container)
})

test('hand-picked outputs are said to be so, and nothing is compared with them', async () => {
  const { text } = await show(
    <ReportSheet page={aPage(1, { lines: [aLine(1, { drawMethod: 'by_hand' })] })} />,
  )
  expect(text()).toContain('chosen by hand')
})

test('a page without words of the owner has no empty place for them', async () => {
  const { text } = await show(<ReportSheet page={aPage(2, { words: { sentence: '', decisions: [] } })} />)
  expect(text()).not.toContain('Decisions needed')
})

test.each([
  ['random', 'random'],
  ['all', 'all there were'],
  ['by_hand', 'chosen by hand'],
] as const)('a sample drawn as %s is said to be %s', async (drawMethod, said) => {
  const { text } = await show(<ReportSheet page={aPage(1, { lines: [aLine(1, { drawMethod })] })} />)
  expect(text()).toContain(`of 631${said}`)
})

test('outputs used are said where they are counted, and not said where nobody counts them', async () => {
  const { text } = await show(
    <ReportSheet page={aPage(2, { lines: [aLine(1), aLine(2, { used: null })] })} />,
  )
  expect(text()).toContain('Used: Customer replies 1 412 of 480 offered in')
  expect(text()).not.toContain('Customer replies 2 412')
  const none = await show(<ReportSheet page={aPage(1, { lines: [aLine(1, { used: null })] })} />)
  expect(none.text()).not.toContain('Used:')
})
