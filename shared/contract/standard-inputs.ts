import { z } from 'zod'
import { Id, procedure, text } from './base.ts'
import { TableSource, tablePreview } from './imports.ts'
import { StartedJob } from './jobs.ts'

/** What can be checked without judgement. `value` is the text, the number of words, or the pattern. */
export const Check = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('contains'), value: text('the text it must contain', 300) }),
  z.object({ kind: z.literal('lacks'), value: text('the text it must not contain', 300) }),
  z.object({ kind: z.literal('words_at_most'), value: z.number().int().min(1).max(100_000) }),
  z.object({ kind: z.literal('matches'), value: text('the pattern', 300) }),
  z.object({ kind: z.literal('json') }),
])
export type Check = z.infer<typeof Check>

export const StandardInputFields = z.object({
  name: text('a short name', 120),
  text: z
    .string()
    .trim()
    .min(1, 'Enter the input, as the workflow would get it.')
    .max(200_000, 'Keep an input to 200,000 characters.'),
  /** An answer that would be right, to look at while judging. */
  reference: z.string().trim().max(200_000),
  tags: z.array(text('a tag', 40)).max(12),
  /** A failure here fails the candidate, however the rest goes. */
  mustNotFail: z.boolean(),
  checks: z.array(Check).max(12),
})
export type StandardInputFields = z.infer<typeof StandardInputFields>

export const StandardInput = StandardInputFields.extend({
  id: Id,
  workflowId: Id,
  position: z.number().int(),
  rev: z.number().int(),
  /** The reviewed output it was taken from. */
  itemId: Id.nullable(),
})
export type StandardInput = z.infer<typeof StandardInput>

/** The set of one workflow. Its version rises with every change; a model test keeps a copy of its own. */
export const InputSet = z.object({
  workflowId: Id,
  version: z.number().int(),
  inputs: z.array(StandardInput),
})
export type InputSet = z.infer<typeof InputSet>

export const InputField = z.enum(['name', 'text', 'reference', 'tags', 'mustNotFail'])
export const InputMapping = z.partialRecord(InputField, z.number().int().min(0))
export type InputMapping = z.infer<typeof InputMapping>

const OfWorkflow = z.object({ workflowId: Id })

/** What every model of a workflow is tested on: 12 by default, 20 advised. */
export const standardInputs = {
  list: procedure.input(OfWorkflow).output(InputSet),
  /** An input whose text is here already is refused by name. */
  save: procedure
    .input(
      OfWorkflow.extend({
        id: Id.nullable(),
        rev: z.number().int().nullable(),
        ...StandardInputFields.shape,
      }),
    )
    .output(StandardInput),
  remove: procedure.input(z.object({ id: Id })).output(InputSet),
  move: procedure.input(z.object({ id: Id, by: z.union([z.literal(-1), z.literal(1)]) })).output(InputSet),
  /** "Add to standard inputs" of a reviewed output: its request becomes the input, the final version the reference. */
  addFromReview: procedure.input(z.object({ itemId: Id })).output(StandardInput),
  previewImport: procedure.input(TableSource).output(tablePreview(InputField)),
  /** Keeps the good rows; an input that is here already is left out. */
  importFile: procedure
    .input(OfWorkflow.extend({ ...TableSource.shape, mapping: InputMapping }))
    .output(StartedJob),
}
