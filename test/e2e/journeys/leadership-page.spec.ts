import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { shownMove } from '../../../shared/domain/findings/move-words.ts'
import { formatPoints, formatRange, formatShare } from '../../../shared/domain/format.ts'
import { aReview, finishReview } from '../../helpers/builders.ts'
import { createCoreClient } from '../core-client.ts'
import { expect, test } from '../fixtures.ts'
import { createShell } from '../pages/shell.ts'
import { openCompany, openSample } from '../prepare.ts'

const papers = ['A4', 'Letter'] as const
/** What the leadership page is read back with (Debian: poppler-utils). */
const hasExtractor = spawnSync('pdftotext', ['-v']).error === undefined

test.skip(!hasExtractor, 'pdftotext is not installed')

test('the sample company’s page says in the PDF what the screen says, on one sheet of A4 and of Letter', async ({
  page,
  evenkeel,
}) => {
  await openSample(page, evenkeel)
  expect(await readBack(page, 'en-US')).toBe(3)
})

test.describe('on a German system', () => {
  test.use({ locale: 'de-DE' })

  test('so does the page of a dozen workflows with odd names', async ({ page, evenkeel }) => {
    const { core, month } = await openCompany(page, evenkeel, { name: '& <Ægir> 50%', ownerName: "=O'Neil" })
    const odd = ['Ångström & Söhne', '=cmd|0', '<b>Zoë</b>', 'Œuvre “x”', 'ẞ 100%', 'Gęś & Wróbel']
    for (const name of [...odd, ...odd.map((each) => `${each} 2`)]) {
      const { id } = await aReview(core, { workflow: { name }, month, outputs: 12 })
      await finishReview(core, id)
    }
    expect(await readBack(page, 'en-GB')).toBe(12)
  })
})

/** Prints the page on both papers and finds every figure in what is read back; how many workflows it holds. */
async function readBack(page: Page, locale: string): Promise<number> {
  await createShell(page).open('/reports')
  const [period] = await createCoreClient(page).reports.periods()
  if (!period) throw new Error('There is nothing to report yet')
  const { headline, lines, changes } = await createCoreClient(page).reports.page(period)
  for (const paper of papers) {
    const { pages, words } = await printed(page, paper)
    expect(pages, paper).toBe(1)
    expect(words).toContain(squeezed(headline))
    for (const { name, finding } of lines) {
      const { mean, range } = finding.figure
      const difference = shownMove(finding.moves.monthThree)
      const said = [
        name,
        mean === null ? '–' : formatShare(mean, locale),
        ...(lines.length <= 3 && range ? [formatRange(range.low, range.high, locale)] : []),
        ...(difference === null ? [] : [formatPoints(difference, locale).replace(/ points?$/, '')]),
      ]
      for (const each of said) expect(words, `${name} on ${paper}`).toContain(squeezed(each))
    }
    for (const { before, after } of changes.slice(0, lines.length > 3 ? 3 : 4)) {
      for (const share of [before, after]) {
        if (share !== null) expect(words, paper).toContain(squeezed(formatShare(share, locale)))
      }
    }
  }
  return lines.length
}

async function printed(page: Page, format: (typeof papers)[number]) {
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-pdf-'))
  const path = join(folder, 'page.pdf')
  await page.pdf({ path, format, tagged: true })
  const text = execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  return { pages: text.split('\f').length - 1, words: squeezed(text) }
}

/** Lines are broken where the paper wants it. */
const squeezed = (text: string) => text.normalize('NFKC').replaceAll(/\s+/g, '')
