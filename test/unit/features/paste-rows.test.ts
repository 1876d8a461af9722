import { describe, expect, it } from 'vitest'
import {
  emptyRows,
  filledPairs,
  pasteAt,
  rowProblems,
  setCell,
} from '../../../renderer/features/imports/paste-rows.ts'
import { hasHeader, parsePastedTable } from '../../../renderer/features/imports/pasted-table.ts'

describe('cells copied from a spreadsheet', () => {
  it.each([
    {
      name: 'plain cells',
      text: 'a\tb\nc\td',
      table: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    },
    {
      name: 'Windows line ends and a last line end',
      text: 'a\tb\r\nc\td\r\n',
      table: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    },
    { name: 'a quoted cell of two lines', text: 'a\t"line 1\nline 2"', table: [['a', 'line 1\nline 2']] },
    {
      name: 'a quoted cell with quotes and a tab',
      text: '"say ""hi""\tnow"\tb',
      table: [['say "hi"\tnow', 'b']],
    },
    { name: 'empty cells', text: '\tb\t', table: [['', 'b', '']] },
    { name: 'a quote inside a cell', text: 'he said "hi"\tb', table: [['he said "hi"', 'b']] },
  ])('$name become rows and columns', ({ text, table }) => {
    expect(parsePastedTable(text)).toEqual(table)
  })

  it.each(['one line', 'two\nlines', '"quoted\ttab"', ''])('are not seen in plain text: %j', (text) => {
    expect(parsePastedTable(text)).toBeNull()
  })
})

describe('a header row above copied cells', () => {
  const text = 'Your parcel left our warehouse yesterday and comes on Friday.'
  it.each<[string, string[][], boolean]>([
    [
      'names of columns',
      [
        ['Ticket', 'Customer message', 'AI draft'],
        ['T-1', 'Where is it?', text],
      ],
      true,
    ],
    [
      'in another language',
      [
        ['件番', '回答'],
        ['T-1', text],
      ],
      true,
    ],
    [
      'texts alone',
      [
        ['Where is it?', text],
        ['And mine?', text],
      ],
      false,
    ],
    [
      'a first row without a name',
      [
        ['', 'AI draft'],
        ['T-1', text],
      ],
      false,
    ],
    [
      'a first row like the others',
      [
        ['Hello', 'Dear Kim'],
        ['Hi', 'Dear Ana'],
      ],
      false,
    ],
    ['one row', [['Ticket', 'AI draft']], false],
  ])('%s', (_, table, expected) => expect(hasHeader(table)).toBe(expected))
})

describe('the paste grid', () => {
  it('spreads a table over rows, adds rows as needed, and drops columns beyond the last', () => {
    const rows = pasteAt(emptyRows, 2, 1, 'ai 1\tfinal 1\textra\nai 2\tfinal 2')
    expect(rows).toEqual([
      ...emptyRows.slice(0, 2),
      { key: 3, request: '', aiText: 'ai 1', finalText: 'final 1' },
      { key: 4, request: '', aiText: 'ai 2', finalText: 'final 2' },
    ])
  })

  it('leaves plain text to the field itself', () => {
    expect(pasteAt(emptyRows, 0, 0, 'just text')).toBeNull()
  })

  it('takes only filled rows, with empty parts as unknown and texts as typed', () => {
    const rows = setCell(setCell(emptyRows, 1, 'aiText', ' kept as is '), 1, 'finalText', '  ')
    expect(filledPairs(rows)).toEqual([{ request: null, aiText: ' kept as is ', finalText: null }])
    expect(rowProblems(rows)).toEqual(new Map())
  })

  it('asks for the AI version in a row that holds only something else', () => {
    expect([...rowProblems(setCell(emptyRows, 2, 'finalText', 'text')).keys()]).toEqual([2])
  })
})
