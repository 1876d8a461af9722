import { afterAll, describe, expect, it } from 'vitest'
import { AppError } from '../../../shared/errors.ts'
import { createImportFolder, importedRow } from '../../helpers/import-files.ts'

const folder = createImportFolder()
afterAll(folder.remove)

const lines = Array.from(
  { length: 1_800 },
  (_, index) => `${index},${index % 100 === 7 ? '' : `Output ${index}`}`,
)
const file = folder.file('a.csv', `id,answer\n${lines.join('\n')}\n`)
const request = { mapping: { aiText: 1, externalId: 0 }, dateOrder: 'day-first' } as const

describe('the import reader', () => {
  it('previews a file in its worker', async () => {
    expect(await folder.reader.preview([file])).toEqual({
      format: 'csv',
      encoding: 'UTF-8',
      found: { headerRows: [1], left: [] },
      delimiter: ',',
      sheets: [],
      columns: [
        { index: 0, name: 'id', samples: ['0', '1', '2'], filled: 1800 },
        { index: 1, name: 'answer', samples: ['Output 0', 'Output 1', 'Output 2'], filled: 1782 },
      ],
      rowCount: 1800,
      guess: { aiText: 1, externalId: 0 },
      dateOrder: 'day-first',
      dates: [],
      toCheck: { count: 0, first: [] },
      // The fullest rows: that of 7 has no output.
      examples: [0, 1, 2, 3, 4, 5, 6, 8, 9].map((n) => ({
        row: n + 2,
        cells: [String(n), `Output ${n}`],
        days: [],
      })),
      rivals: null,
    })
  })

  it('delivers batches one after the other, waiting for the caller', async () => {
    const sizes: number[] = []
    const problems: number[] = []
    const progress: [number, number][] = []
    let isBusy = false
    let first: unknown
    const counts = await folder.reader.read([file], request, {
      async onRows(rows) {
        expect(isBusy).toBe(false)
        isBusy = true
        first ??= rows[0]
        sizes.push(rows.length)
        if (sizes.length === 1) await folder.reader.preview([file])
        isBusy = false
      },
      onProblems: (list) => problems.push(...list.map((problem) => problem.row)),
      onProgress: (done, total) => progress.push([done, total]),
    })
    expect(counts).toEqual({ rowCount: 1800, keptCount: 1782 })
    expect(sizes).toEqual([1000, 782])
    expect(first).toEqual(importedRow({ row: 2, aiText: 'Output 0', externalId: '0' }))
    expect(problems).toEqual(Array.from({ length: 18 }, (_, index) => 9 + index * 100))
    expect(progress.at(-1)?.[0]).toBe(progress.at(-1)?.[1])
  })

  it('stops when it is cancelled, before and in the middle', async () => {
    const handlers = { onRows: () => undefined, onProblems: () => undefined, onProgress: () => undefined }
    const cancelled = new AppError('CANCELLED', 'The import was cancelled.')
    const middle = new AbortController()
    const batches: number[] = []
    const onRows = (rows: unknown[]) => {
      batches.push(rows.length)
      middle.abort()
    }
    await expect(
      folder.reader.read([file], request, { ...handlers, onRows, signal: middle.signal }),
    ).rejects.toEqual(cancelled)
    await expect(folder.reader.preview([file], {}, AbortSignal.abort())).rejects.toEqual(cancelled)
    expect(batches).toEqual([1000])
  })

  it('passes on what the caller throws', async () => {
    const handlers = { onProblems: () => undefined, onProgress: () => undefined }
    const onRows = async () => {
      throw new Error('The disk is full.')
    }
    await expect(folder.reader.read([file], request, { ...handlers, onRows })).rejects.toThrow(
      'The disk is full.',
    )
  })

  it('wants to know where the AI text is', async () => {
    const handlers = { onRows: () => undefined, onProblems: () => undefined, onProgress: () => undefined }
    await expect(
      folder.reader.read([file], { mapping: {}, dateOrder: 'day-first' }, handlers),
    ).rejects.toEqual(new AppError('INVALID_INPUT', 'Choose the column that holds the AI text.'))
  })
})
