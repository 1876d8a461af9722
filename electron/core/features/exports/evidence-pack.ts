import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { formatDay, formatNumber } from '../../../../shared/domain/format.ts'
import type { Context } from '../../context.ts'
import { auditHead, auditLines } from '../../db/audit.ts'
import { answerColumns, answerRows } from '../../export/foundation-review.ts'
import { sheetCsv } from '../../export/list-file.ts'
import { decisionsSheet } from '../../export/model-test.ts'
import { headingsSheet } from '../../export/pack/evidence-headings.ts'
import type { Pack, PackFile } from '../../export/pack/pack.ts'
import { verifyJs, verifyPy } from '../../export/pack/verify-scripts.ts'
import { reviewRecordSheet } from '../../export/review-record.ts'
import type { Sheet } from '../../export/workbook/workbook-sheet.ts'
import { type WorkbookOptions, writeWorkbook } from '../../export/workbook/workbook-writer.ts'
import type { Call } from '../../handlers.ts'
import { type ListOrigin, type ListSources, listOf } from './lists.ts'
import type { Sources } from './review-model.ts'

type Made = Pick<WorkbookOptions, 'company' | 'createdAt' | 'zone' | 'signal'>

/** What an auditor or a customer's questionnaire asks for, from the beginning to today. */
export async function evidencePack(
  { db, clock }: Context,
  sources: Sources & ListSources,
  origin: ListOrigin,
  made: Made,
  call: Call,
): Promise<Pack> {
  const { company, locale } = origin
  const head = auditHead(db)
  const book = (name: string, holds: string, title: string, sheets: readonly Sheet[]): PackFile => ({
    name,
    holds,
    content: (path) => writeWorkbook(path, sheets, { ...made, title: `${company}: ${title}` }),
  })
  const list = async (kind: 'register' | 'changes' | 'signals') =>
    (await listOf(sources, { kind }, origin, call)).sheets
  const today = clock.today()
  return {
    title: `${company}: how its AI workflows are looked after`,
    intro: [
      `Everything on record to ${formatDay(today, locale)}. It shows what was done; whether that meets a rule or a standard is for its reader to judge.`,
    ],
    files: [
      book(
        'register.xlsx',
        'Every workflow with owner, model, data and incidents.',
        'register',
        await list('register'),
      ),
      book(
        'reviews.xlsx',
        'Monthly reviews: held, skipped with a reason, and missed, with their figures.',
        'reviews',
        [
          reviewRecordSheet(
            recordedMonths(sources),
            `${company}: monthly reviews to ${formatDay(today, locale)}`,
          ),
        ],
      ),
      book(
        'changes.xlsx',
        'Every change with earlier and new wording, reason, approval and effect.',
        'changes',
        await list('changes'),
      ),
      book('oversight.xlsx', 'Foundation reviews, model tests, and what people brought up.', 'oversight', [
        ...(await oversightSheets(sources, today, origin)),
        ...(await list('signals')),
      ]),
      {
        name: 'activity.jsonl',
        holds: `The activity log, ${formatNumber(head.seq, 0, locale)} entries. It holds names and wordings: pass it on to who may read them. Its last digest is ${head.hash}; the page for leadership prints its beginning.`,
        content: (path) => pipeline(Readable.from(auditLines(db, head.seq)), createWriteStream(path)),
      },
      {
        name: 'verify.py',
        holds: 'Checks with Python 3 that no entry of the log was changed.',
        content: verifyPy,
      },
      { name: 'verify.mjs', holds: 'The same check with Node.js.', content: verifyJs },
      {
        name: 'headings.csv',
        holds:
          'Where to look, by headings of NIST AI RMF and ISO/IEC 42001: a reading aid to change as you see fit, not a statement that anything is met.',
        content: await sheetCsv(headingsSheet),
      },
    ],
    missing: ['The texts of the outputs are not in here, nor any API key.'],
  }
}

/** By workflow, oldest month first. */
function recordedMonths({ workflows, months, results }: Sources) {
  return workflows.all().flatMap(({ id, name }) => {
    const points = new Map(results.resultsOf(id).points.map((point) => [point.month, point]))
    return months.of(id).map((month) => ({ workflow: name, month, point: points.get(month.month) }))
  })
}

async function oversightSheets(
  { foundationReviews, modelTests }: Sources,
  today: string,
  { company, locale }: ListOrigin,
): Promise<Sheet[]> {
  const reviews = foundationReviews.heldTo(today).map((id) => foundationReviews.read(id, locale))
  return [
    {
      name: 'Foundation reviews',
      title: `${company}: Foundation reviews`,
      columns: answerColumns,
      rows: reviews.flatMap(answerRows),
    },
    {
      name: 'Who agreed',
      title: `${company}: who took part in Foundation reviews`,
      columns: [
        { header: 'Review date', key: 'heldOn', width: 14, kind: 'date' },
        { header: 'Name', key: 'name', width: 28, kind: 'text' },
        { header: 'Role', key: 'role', width: 28, kind: 'text' },
        { header: 'Agreed on', key: 'agreedOn', width: 14, kind: 'date' },
      ],
      rows: reviews.flatMap(({ heldOn, attendees }) =>
        attendees.map(({ name, role, agreedOn }) => ({ heldOn, name, role, agreedOn })),
      ),
    },
    decisionsSheet(await modelTests.revealedTo(today), `${company}: model tests`),
  ]
}
