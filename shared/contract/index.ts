import { changes, exports } from './changes.ts'
import { company } from './company.ts'
import { documents, releases } from './documents.ts'
import { imports } from './imports.ts'
import { events, jobs } from './jobs.ts'
import { results } from './results.ts'
import { reviews } from './reviews.ts'
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
  exports,
  jobs,
  events,
}
export type Contract = typeof contract
