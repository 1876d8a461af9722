import { longestText } from './workbook/workbook-cells.ts'
import type { Sheet } from './workbook/workbook-sheet.ts'

export type SheetInput = { position: number; name: string; text: string }

/**
 * A sheet a colleague fills in: the inputs of one side, and an empty cell for each output. `model` is what the
 * side is called.
 */
export function outputsSheet(
  inputs: readonly SheetInput[],
  side: 'current' | 'candidate',
  model: string,
): Sheet {
  const tooLong = inputs.filter(({ text }) => text.length > longestText).map(({ position }) => position)
  return {
    name: 'Outputs',
    title: `Outputs of ${model} (${side})`,
    notes: [
      `Give each input to ${model} as it stands, each in a new conversation, and put the whole answer beside it. Leave the first three columns as they are.`,
      ...(tooLong.length === 0
        ? []
        : [
            `Cut, since a cell holds no more: input ${tooLong.join(', ')}. Copy the whole text from Evenkeel.`,
          ]),
    ],
    columns: [
      { header: 'Number', key: 'number', width: 10, kind: 'count' },
      { header: 'Name', key: 'name', width: 24, kind: 'text', wraps: true },
      { header: 'Input', key: 'input', width: 60, kind: 'text', wraps: true },
      { header: 'Output', key: 'output', width: 60, kind: 'text', wraps: true },
    ],
    rows: inputs.map(({ position, name, text }) => ({ number: position, name, input: text, output: null })),
  }
}
