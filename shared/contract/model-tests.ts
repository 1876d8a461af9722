import { z } from 'zod'
import { Day, Id, Instant, Nothing, optionalText, procedure, text } from './base.ts'
import { RollOut } from './documents.ts'
import { RowProblem } from './imports.ts'
import { MadeFile } from './jobs.ts'

export const Side = z.enum(['current', 'candidate'])
export type Side = z.infer<typeof Side>

/** What one side of a test runs on. Frozen when the test is locked. */
export const SideSetUp = z.object({
  /** How the sheet and the record call it, for example "claude-opus-5". */
  name: text('a name for this side', 120),
  vendor: optionalText(100),
  /** The id the provider knows; needed only to fetch outputs through its API. */
  model: optionalText(120),
  /** The release it starts from; null where it is written by hand. */
  releaseNumber: z.number().int().nullable(),
  /** Prompt with its Foundation sections, as it would be given to the model. */
  instructions: z.string().max(400_000, 'Keep the instructions to 400,000 characters.'),
  maxTokens: z.number().int().min(1).max(64_000),
})
export type SideSetUp = z.infer<typeof SideSetUp>

/** Agreed before any output is there (R11). */
export const Rule = z.object({
  /** Candidate better or the same on at least so many inputs of each workflow. */
  atLeast: z.number().int().min(1),
  of: z.number().int().min(1),
  /** One must-pass failure of the candidate is enough to stay. */
  noMustPassFailure: z.boolean(),
})
export type Rule = z.infer<typeof Rule>

export const TestWorkflow = z.object({
  workflowId: Id,
  workflowName: z.string(),
  inputCount: z.number().int(),
  setVersion: z.number().int(),
  current: SideSetUp,
  candidate: SideSetUp,
  rule: Rule,
})
export type TestWorkflow = z.infer<typeof TestWorkflow>

export const TestState = z.enum(['setting_up', 'collecting', 'judging', 'revealed', 'decided'])
export type TestState = z.infer<typeof TestState>

export const RunState = z.enum(['idle', 'running', 'paused', 'stopped'])

/** How far fetching through the API is. Costs in US dollars; null where a price is missing. */
export const RunProgress = z.object({
  state: RunState,
  /** Why it stopped, in plain words. */
  message: z.string().nullable(),
  done: z.number().int(),
  total: z.number().int(),
  inFlight: z.number().int(),
  cost: z.number().nullable(),
  cap: z.number().nullable(),
  secondsUsed: z.number(),
  /** Calls in flight at a crash or cut: they may have been paid and came back with nothing. */
  maybePaid: z.number().int(),
})
export type RunProgress = z.infer<typeof RunProgress>

export const ModelTest = z.object({
  id: Id,
  heldOn: Day,
  reason: z.string(),
  state: TestState,
  workflows: z.array(TestWorkflow),
  /** Set when the set-up was locked and the rule agreed. */
  lockedAt: Instant.nullable(),
  useEvaluator: z.boolean(),
  /** How many outputs are there, of how many. */
  collected: z.number().int(),
  expected: z.number().int(),
  /** Pairs judged, of all pairs, repeats included. */
  judged: z.number().int(),
  pairs: z.number().int(),
  secondsUsed: z.number().int(),
  run: RunProgress,
  decision: z.enum(['switch', 'stay', 'test_more']).nullable(),
  decidedOn: Day.nullable(),
  decidedBy: z.string(),
  why: z.string(),
  changeNumbers: z.array(Id),
  rev: z.number().int(),
})
export type ModelTest = z.infer<typeof ModelTest>

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

/** What would leave this computer, before anything does. */
export const SendPlan = z.object({
  host: z.string(),
  calls: z.number().int(),
  characters: z.number().int(),
  inputTokens: z.number().int(),
  /** True where the provider counted them, false where they are estimated from characters. */
  areTokensCounted: z.boolean(),
  /** The most it can cost with every answer at its full length; null where a price is missing. */
  costAtMost: z.number().nullable(),
  missingPrices: z.array(z.string()),
  sides: z.array(
    z.object({ workflowName: z.string(), side: Side, model: z.string(), calls: z.number().int() }),
  ),
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

export const Verdict = z.enum(['left', 'right', 'equal', 'both_bad'])
export type PairVerdict = z.infer<typeof Verdict>

/** Two outputs of one input, sides unnamed. Says nothing about which is which. */
export const Pair = z.object({
  id: Id,
  position: z.number().int(),
  workflowName: z.string(),
  inputName: z.string(),
  inputText: z.string(),
  reference: z.string(),
  mustNotFail: z.boolean(),
  left: z.string(),
  right: z.string(),
  leftFailedChecks: z.array(z.string()),
  rightFailedChecks: z.array(z.string()),
  verdict: Verdict.nullable(),
  /** Must-pass failures seen by the judge. */
  leftFails: z.boolean(),
  rightFails: z.boolean(),
  note: z.string(),
  rev: z.number().int(),
})
export type Pair = z.infer<typeof Pair>

export const JudgeState = z.object({
  pairs: z.array(z.object({ id: Id, position: z.number().int(), isJudged: z.boolean() })),
  judged: z.number().int(),
  total: z.number().int(),
  /** The pair to go on with. */
  nextPairId: Id.nullable(),
  /** Words of the stop bell; null while it has to go on. Never says which side. */
  bell: z.string().nullable(),
  secondsUsed: z.number().int(),
  rules: z.array(z.string()),
})
export type JudgeState = z.infer<typeof JudgeState>

export const TestResult = z.object({
  workflowId: Id,
  workflowName: z.string(),
  inputs: z.number().int(),
  judged: z.number().int(),
  better: z.number().int(),
  same: z.number().int(),
  worse: z.number().int(),
  bothBad: z.number().int(),
  /** Of them counted as same without being shown, since both texts are the same. */
  identical: z.number().int(),
  candidateFailures: z.number().int(),
  currentFailures: z.number().int(),
  isRuleMet: z.boolean(),
  rule: Rule,
  /** Two-sided sign test on the pairs that are not ties; null without any. */
  p: z.number().nullable(),
  wasStoppedEarly: z.boolean(),
  /** The result and what it can and cannot tell. */
  sentence: z.string(),
  caution: z.string(),
  /** How steady the judge was on repeated pairs, in words; null without repeats. */
  steadiness: z.string().nullable(),
  evaluator: z.string().nullable(),
  current: z.object({
    medianMs: z.number().nullable(),
    cost: z.number().nullable(),
    words: z.number().nullable(),
  }),
  candidate: z.object({
    medianMs: z.number().nullable(),
    cost: z.number().nullable(),
    words: z.number().nullable(),
  }),
})
export type TestResult = z.infer<typeof TestResult>

/** One input after the reveal; failures first, then by regression. */
export const RevealedPair = z.object({
  inputId: Id,
  workflowId: Id,
  name: z.string(),
  inputText: z.string(),
  outcome: z.enum(['better', 'same', 'worse', 'both_bad', 'not_judged']),
  isIdentical: z.boolean(),
  currentFails: z.boolean(),
  candidateFails: z.boolean(),
  currentFailedChecks: z.array(z.string()),
  candidateFailedChecks: z.array(z.string()),
  current: z.string(),
  candidate: z.string(),
  note: z.string(),
  currentMs: z.number().nullable(),
  candidateMs: z.number().nullable(),
})
export type RevealedPair = z.infer<typeof RevealedPair>

const ById = z.object({ id: Id })
const WorkflowSetUp = z.object({ workflowId: Id, current: SideSetUp, candidate: SideSetUp, rule: Rule })

export const modelTests = {
  list: procedure.output(z.array(ModelTest)),
  get: procedure.input(ById).output(ModelTest),
  /** Releases a side can start from, and the instructions each would give. */
  starts: procedure
    .input(z.object({ workflowId: Id }))
    .output(z.array(SideSetUp.extend({ liveOn: Day, isLive: z.boolean() }))),
  create: procedure
    .input(
      z.object({ heldOn: Day, reason: text('the reason', 1000), workflowIds: z.array(Id).min(1).max(20) }),
    )
    .output(ModelTest),
  /** Only while it is being set up. */
  update: procedure
    .input(
      ById.extend({
        rev: z.number().int(),
        heldOn: Day,
        reason: text('the reason', 1000),
        useEvaluator: z.boolean(),
        workflows: z.array(WorkflowSetUp).min(1).max(20),
      }),
    )
    .output(ModelTest),
  /** With everything collected; only before judging begins. */
  discard: procedure.input(ById).output(Nothing),
  /** Agrees the rule and freezes set-up and standard inputs; from here on any change is a new test. */
  lock: procedure.input(ById).output(ModelTest),
  /** A new test with the same set-up. */
  copy: procedure.input(ById).output(ModelTest),
  grid: procedure.input(ById).output(z.array(GridRow)),
  paste: procedure
    .input(z.object({ inputId: Id, side: Side, text: z.string().max(2_000_000) }))
    .output(GridCell.extend({ warning: z.string().nullable() })),
  clearOutput: procedure.input(z.object({ inputId: Id, side: Side })).output(GridCell),
  /** A sheet for a colleague to fill in; it comes back through importOutputs. */
  sheet: procedure.input(ById.extend({ side: Side })).output(MadeFile),
  previewOutputs: procedure.input(ById.extend({ fileId: z.string() })).output(
    z.object({
      columns: z.array(z.object({ index: z.number().int(), name: z.string(), samples: z.array(z.string()) })),
      rowCount: z.number().int(),
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
  importOutputs: procedure
    .input(
      ById.extend({
        workflowId: Id,
        side: Side,
        fileId: z.string(),
        input: z.number().int(),
        output: z.number().int(),
        milliseconds: z.number().int().nullable(),
        model: z.object({ column: z.number().int(), is: z.string() }).nullable(),
      }),
    )
    .output(
      z.object({
        kept: z.number().int(),
        /** Standard inputs the file has no row for. */
        missing: z.array(z.string()),
        problems: z.array(RowProblem),
        /** What makes the whole file doubtful, in words. */
        warning: z.string().nullable(),
      }),
    ),
  sendPlan: procedure.input(ById).output(SendPlan),
  mask: procedure.input(z.object({ inputId: Id, isMasked: z.boolean() })).output(Nothing),
  /** Starts or goes on fetching. Nothing is sent before this call. */
  startRun: procedure
    .input(ById.extend({ cap: z.number().min(0).max(10_000).nullable() }))
    .output(RunProgress),
  pauseRun: procedure.input(ById).output(RunProgress),
  cancelRun: procedure.input(ById).output(RunProgress),
  /** Draws the order of the pairs and hides the names. */
  startJudging: procedure.input(ById).output(JudgeState),
  judging: procedure.input(ById).output(JudgeState),
  pair: procedure.input(z.object({ pairId: Id })).output(Pair),
  /** Autosave of one judgement. CONFLICT when another window judged first. */
  judge: procedure
    .input(
      z.object({
        pairId: Id,
        rev: z.number().int(),
        verdict: Verdict.nullable(),
        leftFails: z.boolean(),
        rightFails: z.boolean(),
        note: optionalText(2000),
        seconds: z.number().int().min(0).max(36_000),
      }),
    )
    .output(z.object({ pair: Pair, state: JudgeState })),
  /** Shows the names: when every pair is judged, or earlier with the rest left unjudged. */
  reveal: procedure.input(ById).output(ModelTest),
  result: procedure
    .input(ById)
    .output(z.object({ results: z.array(TestResult), pairs: z.array(RevealedPair) })),
  decide: procedure
    .input(
      ById.extend({
        decision: z.enum(['switch', 'stay', 'test_more']),
        why: text('why', 2000),
        decidedBy: optionalText(200),
        approvedBy: optionalText(200),
        onDate: Day,
        rollOut: RollOut.nullable(),
      }),
    )
    .output(ModelTest),
  /** The decision record as a workbook. */
  record: procedure.input(ById).output(MadeFile),
}
