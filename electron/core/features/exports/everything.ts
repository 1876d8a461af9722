import { rmSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { AppError } from '../../../../shared/errors.ts'
import { csvText } from '../../csv.ts'
import { whatIsWrong } from '../../db/backups/verify-backup.ts'
import type { Db } from '../../db/database.ts'
import { type Row, type WholeCopy, wholeCopy } from '../../db/whole-copy.ts'
import { withoutEvenkeel } from '../../export/pack/without-evenkeel.ts'
import { writeZip, type ZipEntry } from '../../export/pack/zip.ts'
import type { JobControl } from '../../jobs.ts'

/** Rows between two turns of the event loop. */
const atOnce = 200
/** All files carry this date, so that the same company is the same file. */
const date = new Date(2000, 0, 1)

/** Writes the whole company into one .zip at `path`, table by table; `working` is a place for a copy in passing. */
export async function writeEverything(
  db: Db,
  { path, working }: { path: string; working: string },
  { report, signal }: JobControl,
): Promise<void> {
  try {
    const copy = await wholeCopy(db, working).catch(asUnsound)
    try {
      const entries = [...entriesOf(copy), { name: 'evenkeel.db', content: { path: working } }]
      await writeZip(path, entries, { signal, date, onEntry: (done) => report(done, entries.length) })
    } finally {
      copy.close()
    }
  } finally {
    rmSync(working, { force: true })
  }
}

/** A company that is not sound is said to be, and not handed on. */
function asUnsound(error: unknown): never {
  const what = whatIsWrong(error)
  if (what === null) throw error
  const problem = new AppError(
    'UNAVAILABLE',
    `No file was made, as the copy for it did not pass its check: ${what}. Go back to your newest backup in Settings, Backups, then save everything.`,
  )
  problem.cause = error
  throw problem
}

const text = (content: string) => async () => Buffer.from(content)

function entriesOf(copy: WholeCopy): ZipEntry[] {
  return [
    { name: 'How to read this without Evenkeel.html', content: text(withoutEvenkeel) },
    { name: 'data dictionary.csv', content: text(dictionary(copy)) },
    ...copy.tables.flatMap((table) => [
      { name: `csv/${table}.csv`, content: { pieces: () => inPieces(csvOf(copy, table)) } },
      { name: `json/${table}.json`, content: { pieces: () => inPieces(jsonOf(copy, table)) } },
    ]),
  ]
}

function dictionary(copy: WholeCopy): string {
  const rows = copy.tables.flatMap((table) =>
    copy
      .columns(table)
      .map(({ name, type, isRequired, refersTo }) => [
        table,
        name,
        typeWords[type] ?? type,
        isRequired ? 'Yes' : 'No',
        refersTo ?? '',
      ]),
  )
  return csvText([['Table', 'Column', 'Type', 'Always filled', 'Stands for a row of'], ...rows])
}

const typeWords: Readonly<Record<string, string>> = { TEXT: 'Text', INTEGER: 'Whole number', REAL: 'Number' }

async function* inPieces(pieces: Iterable<string>): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    yield Buffer.from(piece)
    await nextTurn()
  }
}

const plain = (value: Row[string]) => (Buffer.isBuffer(value) ? value.toString('base64') : (value ?? null))

function* csvOf(copy: WholeCopy, table: string): Generator<string> {
  const names = copy.columns(table).map(({ name }) => name)
  yield csvText([names])
  for (const rows of inParts(copy.rows(table))) {
    // The mark of the encoding stands at the beginning of the file alone.
    yield csvText(rows.map((row) => names.map((name) => plain(row[name] ?? null)))).slice(1)
  }
}

function* jsonOf(copy: WholeCopy, table: string): Generator<string> {
  let before = '[\n'
  for (const rows of inParts(copy.rows(table))) {
    const lines = rows.map((row) =>
      JSON.stringify(Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]))),
    )
    yield before + lines.join(',\n')
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

function* inParts(rows: Iterable<Row>): Generator<Row[]> {
  let part: Row[] = []
  for (const row of rows) {
    part.push(row)
    if (part.length === atOnce) {
      yield part
      part = []
    }
  }
  if (part.length > 0) yield part
}
