import { calendar } from './calendar.ts'
import { changes } from './changes.ts'
import { company } from './company.ts'
import { documents, releases } from './documents.ts'
import { foundationReviews } from './foundation-reviews.ts'
import { imports } from './imports.ts'
import { events, jobs } from './jobs.ts'
import { modelTests } from './model-tests/index.ts'
import { people } from './people.ts'
import { provider } from './provider.ts'
import { register } from './register.ts'
import { activity } from './reports/activity.ts'
import { exports } from './reports/exports.ts'
import { reports } from './reports/reports.ts'
import { results } from './results.ts'
import { retiredFacts } from './retired-facts.ts'
import { reviews } from './reviews/reviews.ts'
import { bin, safety } from './safety.ts'
import { signals } from './signals.ts'
import { standardInputs } from './standard-inputs.ts'
import { standards, workflows } from './workflows.ts'

/** The whole API: what the renderer may ask and the core must answer. */
export const contract = {
  company,
  workflows,
  standards,
  imports,
  reviews,
  results,
  documents,
  releases,
  changes,
  people,
  signals,
  foundationReviews,
  register,
  calendar,
  retiredFacts,
  standardInputs,
  modelTests,
  provider,
  reports,
  exports,
  activity,
  bin,
  safety,
  jobs,
  events,
}
export type Contract = typeof contract
