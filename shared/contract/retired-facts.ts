import { z } from 'zod'
import { Day, Id, Month, Nothing, optionalText, procedure, text } from './base.ts'
import { DocumentKind } from './documents.ts'

export const RetiredFactFields = z.object({
  /** The price, name or term that must not appear any more, as it would be written. */
  term: text('what is retired', 120),
  /** What stands in its place. */
  replacement: optionalText(200),
  retiredOn: Day,
  sectionId: Id.nullable(),
})
export type RetiredFactFields = z.infer<typeof RetiredFactFields>

export const RetiredFact = RetiredFactFields.extend({
  id: Id,
  rev: z.number().int(),
  term: z.string(),
  sectionName: z.string().nullable(),
  /** Sampled outputs of later days that still say it. */
  outputCount: z.number().int(),
  /** Wordings in force that still say it. */
  wordingCount: z.number().int(),
})
export type RetiredFact = z.infer<typeof RetiredFact>

export const FoundOutput = z.object({
  itemId: Id,
  workflowName: z.string(),
  month: Month,
  /** Whether people sent it so, or took it out. */
  isInFinal: z.boolean(),
  excerpt: z.string(),
})
export type FoundOutput = z.infer<typeof FoundOutput>

export const FoundWording = z.object({
  documentId: Id,
  workflowId: Id.nullable(),
  kind: DocumentKind,
  name: z.string(),
  version: z.number().int(),
  excerpt: z.string(),
})
export type FoundWording = z.infer<typeof FoundWording>

const ById = z.object({ id: Id })

/** Facts, prices and names that are no longer true, and where they still turn up. */
export const retiredFacts = {
  list: procedure.output(z.array(RetiredFact)),
  get: procedure
    .input(ById)
    .output(RetiredFact.extend({ outputs: z.array(FoundOutput), wordings: z.array(FoundWording) })),
  save: procedure
    .input(z.object({ id: Id.nullable(), rev: z.number().int().nullable(), ...RetiredFactFields.shape }))
    .output(RetiredFact),
  remove: procedure.input(ById).output(Nothing),
}
