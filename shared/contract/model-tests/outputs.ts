import { z } from 'zod'
import { samplingNames } from '../../domain/model-tests/model-settings.ts'
import { Id, Nothing, procedure, text } from '../base.ts'
import { ImportPreview, TableSource } from '../imports.ts'
import { MadeFile, StartedJob } from '../jobs.ts'
import { ById, ModelTest, RunProgress, Side, SideSetUp } from './test.ts'

/** One cell of the collecting grid: is there an output, and did anything go wrong with it? Never its text. */
export const GridCell = z.object({
  hasOutput: z.boolean(),
  source: z.enum(['api', 'paste', 'file']).nullable(),
  words: z.number().int().nullable(),
  problem: z.string().nullable(),
})
export const GridRow = z.object({
  inputId: Id,
  workflowId: Id,
  position: z.number().int(),
  name: z.string(),
  text: z.string(),
  mustNotFail: z.boolean(),
  current: GridCell,
  candidate: GridCell,
})
export type GridRow = z.infer<typeof GridRow>

/** A stretch of what is sent; `variable` is the name whose place it takes. */
const Piece = z.object({ text: z.string(), variable: z.string().nullable() })

/** One whole request as it would go out, for the first input of a side that is missing. */
export const RequestPreview = z.object({
  workflowId: Id,
  workflowName: z.string(),
  side: Side,
  inputName: z.string(),
  host: z.string(),
  model: z.string(),
  maxTokens: z.number().int(),
  settings: z.array(z.object({ name: z.enum(samplingNames), value: z.number() })),
  notSent: z.array(z.object({ line: z.string(), why: z.string() })),
  instructions: z.array(Piece),
  message: z.array(Piece),
  /** The request itself, byte for byte. */
  body: z.string(),
})
export type RequestPreview = z.infer<typeof RequestPreview>

/** What would leave this computer, before anything does. */
export const SendPlan = z.object({
  /** Where the requests go. */
  hosts: z.array(z.string()),
  calls: z.number().int(),
  characters: z.number().int(),
  inputTokens: z.number().int(),
  /** True where the provider counted them, false where they are estimated from characters. */
  areTokensCounted: z.boolean(),
  /** The most it can cost with every answer at its full length; null where a price is missing. */
  costAtMost: z.number().nullable(),
  missingPrices: z.array(z.string()),
  /** Names of the providers that are asked and have no key yet. */
  missingKeys: z.array(z.string()),
  sides: z.array(
    z.object({ workflowName: z.string(), side: Side, model: z.string(), calls: z.number().int() }),
  ),
  /** One for each side of each workflow that outputs are fetched for. */
  previews: z.array(RequestPreview),
  /** The models that judge, and in how many of the calls; null while the evaluator is off. */
  evaluator: z.object({ models: z.array(z.string()), calls: z.number().int() }).nullable(),
  /** Inputs that seem to contain personal data. */
  personal: z.array(
    z.object({
      inputId: Id,
      name: z.string(),
      found: z.array(z.object({ kind: z.string(), text: z.string() })),
      isMasked: z.boolean(),
    }),
  ),
  /** What keeps it from starting, in words; null when nothing does. */
  obstacle: z.string().nullable(),
})
export type SendPlan = z.infer<typeof SendPlan>

/** Whose outputs of a file come in, and which of its columns hold them. */
export const OutputsChoice = ById.extend({
  workflowId: Id,
  side: Side,
  ...TableSource.shape,
  input: z.number().int(),
  output: z.number().int(),
  milliseconds: z.number().int().nullable(),
  model: z.object({ column: z.number().int(), is: z.string() }).nullable(),
})
export type OutputsChoice = z.infer<typeof OutputsChoice>

/** What a file of outputs comes to as chosen, before anything is kept. */
export const OutputsCount = z.object({
  /** Inputs the file has an output for. */
  inputs: z.number().int(),
  /** Further outputs of the same inputs; the first of each counts. */
  repeats: z.number().int(),
  /** Outputs that are here with the same words. */
  same: z.number().int(),
  /** Inputs whose output is here and says something else. */
  there: z.array(z.object({ inputId: Id, name: z.string() })),
})
export type OutputsCount = z.infer<typeof OutputsCount>

/** The outputs of both sides: fetched, pasted, or from a file. */
export const outputs = {
  grid: procedure.input(ById).output(z.array(GridRow)),
  paste: procedure
    .input(z.object({ inputId: Id, side: Side, text: z.string().max(2_000_000) }))
    .output(GridCell.extend({ warning: z.string().nullable() })),
  clearOutput: procedure.input(z.object({ inputId: Id, side: Side })).output(GridCell),
  /** A sheet for a colleague to fill in; it comes back through importOutputs. */
  sheet: procedure.input(ById.extend({ side: Side })).output(MadeFile),
  previewOutputs: procedure.input(ById.extend(TableSource.shape)).output(
    ImportPreview.extend({
      /** Values of the column that names the model, where the file holds several. */
      models: z.array(z.object({ name: z.string(), rows: z.number().int() })),
      guess: z.object({
        input: z.number().int().nullable(),
        output: z.number().int().nullable(),
        model: z.number().int().nullable(),
        milliseconds: z.number().int().nullable(),
      }),
    }),
  ),
  countOutputs: procedure.input(OutputsChoice).output(OutputsCount),
  /** An output that is here stays, unless its input is among those to `replace`. */
  importOutputs: procedure
    .input(OutputsChoice.extend({ replace: z.array(Id).optional() }))
    .output(StartedJob),
  /**
   * Another model or longest answer for one side, while outputs are collected: what was fetched and would now be
   * another answer is fetched again. CONFLICT while fetching.
   */
  correctSide: procedure
    .input(
      ById.extend({
        workflowId: Id,
        side: Side,
        provider: z.string(),
        model: text('the model id', 120),
        maxTokens: SideSetUp.shape.maxTokens,
      }),
    )
    .output(ModelTest),
  sendPlan: procedure.input(ById).output(SendPlan),
  /** Has the provider count the tokens of the outputs to fetch: the same texts go to it, free, once for each. */
  countTokens: procedure.input(ById).output(SendPlan),
  mask: procedure.input(z.object({ inputId: Id, isMasked: z.boolean() })).output(Nothing),
  /** Starts or goes on fetching. Nothing is sent before this call. */
  startRun: procedure
    .input(ById.extend({ cap: z.number().min(0).max(10_000).nullable() }))
    .output(RunProgress),
  pauseRun: procedure.input(ById).output(RunProgress),
  cancelRun: procedure.input(ById).output(RunProgress),
}
