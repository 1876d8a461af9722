import Papa from 'papaparse'
import { afterAll, describe, expect, it } from 'vitest'
import { readWorkflows } from '../../../electron/core/features/effects/named-workflows.ts'
import { logRows, readShare } from '../../../electron/core/import/kinds/change-log.ts'
import { openFound } from '../../../electron/core/import/table-import.ts'
import { createImportFolder } from '../../helpers/import-files.ts'

const folder = createImportFolder()
afterAll(folder.remove)

describe('a share written by hand', () => {
  it.each([
    ['15 %', 0.15],
    ['15%', 0.15],
    ['0,15', 0.15],
    ['0.15', 0.15],
    ['15', 0.15],
    ['17,8 %', 0.178],
    ['0.5%', 0.005],
    ['15 per cent', 0.15],
    ['15 Prozent', 0.15],
    ['1', 1],
    ['1.5', 0.015],
    ['0', 0],
    ['120%', 1.2],
    ['-5%', null],
    ['1001%', null],
    ['about 15', null],
    ['', null],
  ])('%j is %j', (text, share) => {
    expect(readShare(text)).toBe(share)
  })
})

describe('the workflows a cell names', () => {
  const workflows = ['Replies', 'Replies, second line', 'Adverts', 'A/B tests'].map((name, index) => ({
    id: index + 1,
    name,
  }))

  it.each<[string, number[], string[]]>([
    ['Replies', [1], []],
    ['replies', [1], []],
    ['Replies, Adverts', [1, 3], []],
    ['Replies, second line, Adverts', [2, 3], []],
    ['Adverts / A/B tests', [3, 4], []],
    ['Adverts\nReplies', [3, 1], []],
    ['Replies & Adverts', [1, 3], []],
    ['Adverts; Adverts', [3], []],
    ['Adverts, Proposals', [3], ['Proposals']],
    ['Repliesbot', [], ['Repliesbot']],
    ['', [], []],
  ])('%j', (cell, ids, unknown) => {
    expect(readWorkflows(cell, workflows)).toEqual({ ids, unknown })
  })
})

describe('the columns of a log', () => {
  const logColumns = async (...lines: string[][]) => {
    const file = folder.file('log.csv', Papa.unparse(lines, { delimiter: ';' }))
    return openFound(folder.reader, logRows, file)
  }
  const guessOf = async (...lines: string[][]) => (await logColumns(...lines)).guess

  it.each<[string, string[], object]>([
    [
      'in English',
      ['No.', 'Change date', 'System', 'What changed', 'Reason', 'Old', 'New', 'Before', 'After', 'Who'],
      { onDate: 1, workflow: 2, what: 3, why: 4, from: 5, to: 6, before: 7, after: 8, decidedBy: 9 },
    ],
    [
      'in German',
      [
        'Datum',
        'Workflow',
        'Änderung',
        'Warum',
        'Von',
        'Nach',
        'Vorher',
        'Nachher',
        'Wer',
        'Freigegeben von',
      ],
      {
        onDate: 0,
        workflow: 1,
        what: 2,
        why: 3,
        from: 4,
        to: 5,
        before: 6,
        after: 7,
        decidedBy: 8,
        approvedBy: 9,
      },
    ],
  ])('are known by name %s', async (_what, header, guess) => {
    expect(
      await guessOf(
        header,
        header.map((_, column) => `value ${column}`),
      ),
    ).toEqual(guess)
  })

  it('stand below a title where there is one', async () => {
    const {
      columns,
      rows: below,
      guess,
    } = await logColumns(
      ['Northwind: change log'],
      ['Date', 'Workflow', 'What'],
      ['2026-01-05', 'Replies', 'Tone'],
    )
    expect({ names: columns.map(({ name }) => name), rows: below.map(({ row }) => row), guess }).toEqual({
      names: ['Date', 'Workflow', 'What'],
      rows: [3],
      guess: { onDate: 0, workflow: 1, what: 2 },
    })
  })

  it('without a known name give away the date by its values', async () => {
    expect(await guessOf(['A', 'B'], ['New tone', '05.01.2026'], ['New price', '2026-02-01'])).toEqual({
      onDate: 1,
    })
  })
})
