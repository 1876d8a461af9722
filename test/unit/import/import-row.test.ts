import { describe, expect, it } from 'vitest'
import type { Cells } from '../../../electron/core/import/kind.ts'
import { outputRows } from '../../../electron/core/import/kinds/outputs.ts'
import type { ImportField } from '../../../shared/contract/imports.ts'
import { importedRow } from '../../helpers/import-files.ts'

const columns: Cells<ImportField> = {
  aiText: 'Reply',
  finalText: 'Sent',
  request: 'Question',
  occurredOn: 'Date',
  externalId: 'Ticket',
  person: 'Agent',
  editMinutes: 'Minutes',
  satisfaction: 'CSAT',
}
const read = (values: Cells<ImportField>) =>
  outputRows.readRow(7, values, { dateOrder: 'day-first', columns })

describe('a row of outputs', () => {
  it('reads every field', () => {
    expect(
      read({
        aiText: ' Dear Ms Ito\r\nThank you ',
        finalText: 'Dear Ms Ito',
        request: 'Where is it?',
        occurredOn: '04.03.2026',
        externalId: ' T-1 ',
        person: 'Ana',
        editMinutes: '6,5 min',
        satisfaction: '4/5',
      }),
    ).toEqual({
      item: importedRow({
        row: 7,
        aiText: ' Dear Ms Ito\nThank you ',
        finalText: 'Dear Ms Ito',
        request: 'Where is it?',
        occurredOn: '2026-03-04',
        externalId: 'T-1',
        person: 'Ana',
        editMinutes: 6.5,
        satisfaction: 4,
      }),
      problems: [],
    })
  })

  it.each([
    ['', 'There is no AI text in this row, so it was left out.'],
    [' \n\t', 'There is no AI text in this row, so it was left out.'],
    ['#N/A', 'The cell holds the spreadsheet error #N/A. The row was left out.'],
    ['x'.repeat(200_001), 'The text has 200,001 characters; the most is 200,000. The row was left out.'],
  ])('leaves out a row whose AI text is %#', (aiText, reason) => {
    expect(read({ aiText, person: 'Ana' })).toEqual({
      item: null,
      problems: [{ row: 7, column: 'Reply', reason, kept: false }],
    })
  })

  it.each([
    [
      { occurredOn: 'last week' },
      'Date',
      '"last week" is not a date Evenkeel can read. Write it as 2026-03-31.',
    ],
    [{ editMinutes: 'six' }, 'Minutes', '"six" is not a number of minutes. Write it as 6 or 6.5.'],
    [{ editMinutes: '15 %' }, 'Minutes', '"15 %" is not a number of minutes. Write it as 6 or 6.5.'],
    [{ editMinutes: '-1' }, 'Minutes', '"-1" minutes is outside 0 to 10,000.'],
    [{ editMinutes: '10001' }, 'Minutes', '"10001" minutes is outside 0 to 10,000.'],
    [{ satisfaction: '6' }, 'CSAT', '"6" is not a satisfaction from 1 to 5.'],
    [{ satisfaction: '80 %' }, 'CSAT', '"80 %" is not a satisfaction from 1 to 5.'],
    [{ externalId: 'x'.repeat(201) }, 'Ticket', 'The value has 201 characters; the most is 200.'],
    [{ finalText: '#REF!' }, 'Sent', 'The cell holds the spreadsheet error #REF!.'],
    [{ request: 'x'.repeat(200_001) }, 'Question', 'The text has 200,001 characters; the most is 200,000.'],
  ])('keeps a row without the value it cannot read: %#', (values, column, reason) => {
    expect(read({ aiText: 'Hello', ...values })).toEqual({
      item: importedRow({ row: 7, aiText: 'Hello' }),
      problems: [{ row: 7, column, reason, kept: true }],
    })
  })
})
