import { z } from 'zod'
import { Day, Id, Instant, optionalText, text } from '../base.ts'

export const Side = z.enum(['current', 'candidate'])
export type Side = z.infer<typeof Side>

/** What one side of a test runs on. Frozen when the test is locked. */
export const SideSetUp = z.object({
  /** How the sheet and the record call it, for example "claude-opus-5". */
  name: text('a name for this side', 120),
  vendor: optionalText(100),
  /** The provider that is asked, where its outputs are fetched. */
  provider: z.string(),
  /** The id the provider knows; needed only to fetch outputs through its API. */
  model: optionalText(120),
  /** The release it starts from; null where it is written by hand. */
  releaseNumber: z.number().int().nullable(),
  /** Prompt with its Foundation sections, as it would be given to the model. */
  instructions: z.string().max(400_000, 'Keep the instructions to 400,000 characters.'),
  maxTokens: z.number().int().min(1).max(64_000),
  /** One on each line, such as "Temperature: 0.2"; what the model takes is sent, the rest named as not sent. */
  settings: z.string().max(4000, 'Keep the settings to 4,000 characters.'),
})
export type SideSetUp = z.infer<typeof SideSetUp>

/** What the variables of both prompts stand for. */
export const Filling = z.object({
  /** The variable whose place the input takes; '' for none of them, null where it was not asked. */
  input: z.string().max(100).nullable(),
  values: z.record(z.string().max(100), z.string().max(100_000)),
})
export type Filling = z.infer<typeof Filling>

/** Agreed before any output is there (R11). */
export const Rule = z.object({
  /** Candidate better or the same on at least so many inputs of each workflow. */
  atLeast: z.number().int().min(1),
  of: z.number().int().min(1),
  /** One must-pass failure of the candidate is enough to stay. */
  noMustPassFailure: z.boolean(),
  /** True for tests revealed when both bad still counted as the same; their results stay as they were. */
  bothBadIsSame: z.boolean().optional(),
})
export type Rule = z.infer<typeof Rule>

export const TestWorkflow = z.object({
  workflowId: Id,
  workflowName: z.string(),
  inputCount: z.number().int(),
  setVersion: z.number().int(),
  current: SideSetUp,
  candidate: SideSetUp,
  filling: Filling,
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
  /** Of these, inputs shown a second time with the sides swapped. */
  repeats: z.number().int(),
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

export const ById = z.object({ id: Id })
