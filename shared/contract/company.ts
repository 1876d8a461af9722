import { z } from 'zod'
import { Day, Instant, Nothing, optionalText, procedure, text } from './base.ts'

export const Theme = z.enum(['system', 'light', 'dark'])

export const Preferences = z.object({
  theme: Theme,
  /** Single-letter keys in a review; WCAG 2.1.4 asks for a switch. */
  singleKeys: z.boolean(),
  /** By when a monthly review is due: a day of the month after it, or the last day of the month itself. */
  reviewDay: z.union([z.number().int().min(1).max(31), z.literal('last_day')]),
  /** Whether one or two outputs of earlier months are shown again, unlabelled, in a review. */
  seenAgain: z.boolean(),
})
export type Preferences = z.infer<typeof Preferences>

export const Company = z.object({
  name: z.string(),
  ownerName: z.string(),
  createdAt: Instant,
})
export type Company = z.infer<typeof Company>

/** What is open: the owner's own company or the sample, and whether it has been set up. */
export const CompanyState = z.object({
  version: z.string(),
  isSample: z.boolean(),
  company: Company.nullable(),
  preferences: Preferences,
  today: Day,
  dataFolder: z.string(),
  lastBackupAt: Instant.nullable(),
  /** The copy she went on from since the app was started: of which company, and when it was made. */
  wentBackTo: z.object({ company: z.string().nullable(), at: Instant }).nullable(),
  /** What is wrong with the folder or the backups, in whole sentences. */
  troubles: z.array(z.string()),
})
export type CompanyState = z.infer<typeof CompanyState>

const CompanyInput = z.object({ name: text('the company name'), ownerName: optionalText(200) })

export const company = {
  get: procedure.output(CompanyState),
  create: procedure.input(CompanyInput).output(CompanyState),
  update: procedure.input(CompanyInput).output(CompanyState),
  updatePreferences: procedure.input(Preferences.partial()).output(Preferences),
  /** Builds the sample company when it is not there yet (a job), then opens it. */
  openSample: procedure.output(CompanyState),
  openOwn: procedure.output(CompanyState),
  backUp: procedure.output(Nothing),
}
