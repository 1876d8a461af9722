import { describe, expect, it } from 'vitest'
import { fileFacts } from '../../../renderer/features/imports/words.ts'
import { fieldOf, withField } from '../../../renderer/files/column-mapping.ts'
import { isDateOrderOpen } from '../../../renderer/files/date-order.ts'
import type { ImportField } from '../../../shared/contract/imports.ts'

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
      facts: { format: 'csv', rowCount: 12, delimiter: '\t', encoding: 'UTF-16' } as const,
      sentence: '12 rows, tab-separated, UTF-16',
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
