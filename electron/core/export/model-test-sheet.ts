import type { ModelTest, Side, TestWorkflow } from '../../../shared/contract/model-tests/test.ts'
import { fillIn, joined } from '../../../shared/domain/text/template.ts'
import type { Sheet, SheetColumn } from './workbook/workbook-sheet.ts'

type Input = { workflowId: number; position: number; name: string; text: string }

const text = (header: string, key: string, width: number): SheetColumn => ({
  header,
  key,
  width,
  kind: 'text',
  wraps: true,
})

/** With its variables filled in, all but the one the input takes the place of. */
function withValues({ filling, ...workflow }: TestWorkflow, side: Side): string {
  const values = Object.entries(filling.values).filter(([, value]) => value.trim() !== '')
  return joined(fillIn(workflow[side].instructions, new Map(values)))
}

/** A sheet for a colleague to write one side's outputs into, and what to give to the model with each input. */
export function outputSheets(test: ModelTest, inputs: readonly Input[], side: Side): Sheet[] {
  const names = new Map(test.workflows.map(({ workflowId, workflowName }) => [workflowId, workflowName]))
  const models = [...new Set(test.workflows.map((workflow) => workflow[side].name))].join(', ')
  return [
    {
      name: 'Outputs',
      title: `Outputs of ${models}`,
      notes: [
        'Give each input to the model with the instructions on the next sheet, and put its whole answer into the column Output.',
      ],
      columns: [
        text('Workflow', 'workflow', 22),
        { header: 'Number', key: 'position', width: 9, kind: 'count' },
        text('Name', 'name', 24),
        text('Input', 'text', 60),
        text('Output', 'output', 60),
      ],
      rows: inputs.map(({ workflowId, position, name, text: input }) => {
        return { workflow: names.get(workflowId) ?? null, position, name, text: input, output: null }
      }),
    },
    {
      name: 'Instructions',
      title: 'What the model is given before each input',
      columns: [
        text('Workflow', 'workflow', 22),
        text('Model', 'model', 28),
        text('Instructions', 'instructions', 100),
      ],
      rows: test.workflows.map((workflow) => ({
        workflow: workflow.workflowName,
        model: workflow[side].model || workflow[side].name,
        instructions: withValues(workflow, side),
      })),
    },
  ]
}
