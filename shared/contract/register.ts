import { z } from 'zod'
import { eachRegisterText } from '../domain/register-texts.ts'
import { Day, Id, Instant, Nothing, optionalText, procedure, text } from './base.ts'
import { Release } from './documents.ts'

export const DataClass = z.enum(['public', 'internal', 'confidential', 'personal'])
export type DataClass = z.infer<typeof DataClass>

/** What must be on record about a workflow beside its set-up. */
export const RegisterFields = z.object({
  deputy: optionalText(120),
  dataClass: DataClass.nullable(),
  ...eachRegisterText(() => optionalText(2000)),
  nextReviewOn: Day.nullable(),
})
export type RegisterFields = z.infer<typeof RegisterFields>

export const DependencyFields = z.object({
  source: text('what data it is', 200),
  system: optionalText(120),
  owner: optionalText(120),
  refreshed: optionalText(200),
  lastCheckedOn: Day.nullable(),
  /** How, and how soon, somebody would notice that it stopped or is wrong. */
  noticed: optionalText(1000),
  ifItStops: optionalText(1000),
})

export type DependencyFields = z.infer<typeof DependencyFields>

/** Data a workflow depends on. */
export const Dependency = DependencyFields.extend({ id: Id })
export type Dependency = z.infer<typeof Dependency>

export const IncidentFields = z.object({
  happenedOn: Day,
  what: text('what happened', 2000),
  effect: optionalText(2000),
  correctiveAction: optionalText(2000),
  changeNumber: Id.nullable(),
  closedOn: Day.nullable(),
})

export type IncidentFields = z.infer<typeof IncidentFields>

export const Incident = IncidentFields.extend({ id: Id, rev: z.number().int(), recordedAt: Instant })
export type Incident = z.infer<typeof Incident>

export const RegisterEntry = RegisterFields.extend({
  workflowId: Id,
  workflowName: z.string(),
  /** Kept with the workflow's set-up. */
  purpose: z.string(),
  /** Vendor and model it runs on, as the workflow's set-up says. */
  model: z.string(),
  /** Kept with the workflow's set-up. */
  owner: z.string(),
  stage: z.enum(['pilot', 'production', 'retired']),
  rev: z.number().int(),
  reviewedOn: Day.nullable(),
  /** What it runs on today. */
  release: Release.nullable(),
  dependencies: z.array(Dependency),
  /** Newest first. */
  incidents: z.array(Incident),
  /** What is still missing, in words. */
  gaps: z.array(z.string()),
})
export type RegisterEntry = z.infer<typeof RegisterEntry>

const OfWorkflow = z.object({ workflowId: Id })

export const register = {
  get: procedure.input(OfWorkflow).output(RegisterEntry),
  save: procedure
    .input(OfWorkflow.extend({ rev: z.number().int(), ...RegisterFields.shape }))
    .output(RegisterEntry),
  /** "Looked through today": sets the day, and when it is next due. */
  markReviewed: procedure.input(OfWorkflow.extend({ nextReviewOn: Day })).output(RegisterEntry),
  saveDependency: procedure
    .input(OfWorkflow.extend({ id: Id.nullable(), ...DependencyFields.shape }))
    .output(Dependency),
  removeDependency: procedure.input(z.object({ id: Id })).output(Nothing),
  recordIncident: procedure.input(OfWorkflow.extend(IncidentFields.shape)).output(Incident),
  updateIncident: procedure
    .input(z.object({ id: Id, rev: z.number().int(), ...IncidentFields.shape }))
    .output(Incident),
}
