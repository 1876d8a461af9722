import { describe, expect, it } from 'vitest'
import { bringInWords, fileFacts } from '../../../renderer/features/imports/words.ts'
import { fieldOf, withField } from '../../../renderer/files/column-mapping.ts'
import { isDateOrderOpen } from '../../../renderer/files/date-order.ts'
import type { ImportField } from '../../../shared/contract/imports.ts'

describe('the button that brings rows in', () => {
  const words = (dated: { month: string; rows: number }[], undated = 0) =>
    bringInWords(dated, { undated, undatedTo: '2026-11', locale: 'en-GB' })

  it('says how many rows of which months', () => {
    expect(words([{ month: '2026-10', rows: 25 }])).toBe('Bring in 25 rows of October 2026')
    expect(words([{ month: '2026-10', rows: 25 }], 3)).toBe(
      'Bring in 28 rows: 25 of October 2026, 3 of November 2026',
    )
    const year = Array.from({ length: 4 }, (_, at) => ({ month: `2026-0${at + 1}`, rows: 300 }))
    expect(words(year)).toBe('Bring in 1,200 rows of 4 months')
    expect(words([])).toBe('Bring in 0 rows')
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
      facts: { format: 'csv', rowCount: 6480, delimiter: ',', encoding: 'UTF-8' } as const,
      sentence: '6,480 rows, comma-separated, UTF-8',
    },
    {
      facts: { format: 'csv', rowCount: 12, delimiter: '\t', encoding: 'UTF-16LE' } as const,
      sentence: '12 rows, tab-separated, UTF-16LE',
    },
    {
      facts: { format: 'xlsx', rowCount: 1, delimiter: null, encoding: null } as const,
      sentence: '1 row, Excel workbook',
    },
  ])('are “$sentence”', ({ facts, sentence }) => {
    expect(fileFacts(facts, 'en-GB')).toBe(sentence)
  })

  it.each([
    { samples: ['03/04/2026'], isOpen: true },
    { samples: ['03.04.26', '5.6.2026'], isOpen: true },
    { samples: ['03/04/2026', '13/04/2026'], isOpen: false },
    { samples: ['2026-04-03'], isOpen: false },
    { samples: ['3 April 2026', ''], isOpen: false },
    { samples: [], isOpen: false },
  ])('ask how dates are read for $samples: $isOpen', ({ samples, isOpen }) => {
    expect(isDateOrderOpen(samples)).toBe(isOpen)
  })
})
