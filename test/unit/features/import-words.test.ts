import { describe, expect, it } from 'vitest'
import { countedWords } from '../../../renderer/features/imports/words.ts'
import { fieldOf, withField } from '../../../renderer/files/preview/column-mapping.ts'
import { fileFacts } from '../../../renderer/files/words.ts'
import type { ImportField } from '../../../shared/contract/imports.ts'

describe('the button that brings rows in', () => {
  const said = (months: [string, number][], completed = 0) => {
    const rows = months.reduce((sum, [, each]) => sum + each, 0)
    const found = {
      rows,
      new: rows - completed,
      completed,
      months: months.map(([month, each]) => ({ month, rows: each })),
    }
    return countedWords(
      { ...found, duplicates: 0, alreadyIn: 0, kept: 0, otherMonth: 0, leftOut: 0 },
      'en-GB',
    )
  }

  it('says how many rows are new or completed, and of which months', () => {
    expect(said([['2026-10', 25]])).toBe('Bring in 25 rows of October 2026')
    expect(
      said([
        ['2026-10', 3],
        ['2026-11', 1],
      ]),
    ).toBe('Bring in 4 rows: October 3, November 1')
    expect(
      said(
        [
          ['2026-10', 3],
          ['2026-11', 1],
        ],
        1,
      ),
    ).toBe('Bring in 4 rows: 3 new, 1 completed; October 3, November 1')
    expect(
      said([
        ['2025-12', 3],
        ['2026-01', 1],
      ]),
    ).toBe('Bring in 4 rows: December 2025 3, January 2026 1')
    expect(said([['2026-10', 2]], 2)).toBe('Bring in 2 rows: 0 new, 2 completed; October 2026')
    expect(said([1, 2, 3, 4].map((at): [string, number] => [`2026-0${at}`, 300]))).toBe(
      'Bring in 1,200 rows: 4 months',
    )
    expect(said([])).toBe('Bring in 0 rows: nothing is new')
  })
})

describe('the meaning of columns', () => {
  it('moves a field from the column that had it', () => {
    expect(withField<ImportField>({ aiText: 0, finalText: 1 }, 2, 'aiText')).toEqual({
      aiText: 2,
      finalText: 1,
    })
  })

  it('gives a column one meaning at a time', () => {
    expect(withField<ImportField>({ aiText: 0 }, 0, 'request')).toEqual({ request: 0 })
  })

  it('takes a column out of use', () => {
    expect(withField<ImportField>({ aiText: 0, person: 3 }, 3, null)).toEqual({ aiText: 0 })
  })

  it('tells what a column holds', () => {
    expect([fieldOf({ aiText: 0, person: 3 }, 3), fieldOf({ aiText: 0 }, 3)]).toEqual(['person', null])
  })
})

describe('the words for a file', () => {
  it.each([
    {
      facts: { format: 'csv', encoding: 'UTF-8', found: null } as const,
      sentence: 'CSV',
    },
    {
      facts: { format: 'csv', encoding: 'Windows-1252', found: null } as const,
      sentence: 'CSV in Windows-1252',
    },
    {
      facts: { format: 'xlsx' as const, encoding: null, found: { headerRows: [3], left: [] } },
      sentence: 'Excel workbook, from row 3',
    },
  ])('are “$sentence”', ({ facts, sentence }) => {
    expect(fileFacts(facts)).toBe(sentence)
  })
})
