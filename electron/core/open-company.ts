import { randomInt } from 'node:crypto'
import type { Clock } from './clock.ts'
import { createCommands } from './command.ts'
import type { Context } from './context.ts'
import { createAudit } from './db/audit.ts'
import { migrate } from './db/migrate.ts'
import { migrations } from './db/migrations/index.ts'
import { type Db, openDatabase } from './db/open.ts'
import { createCalendar } from './features/calendar/service.ts'
import { createChanges } from './features/changes/service.ts'
import { createCompany } from './features/company/service.ts'
import { createReleases } from './features/documents/releases.ts'
import { createSections } from './features/documents/repository.ts'
import { createDocuments } from './features/documents/service.ts'
import { createExports } from './features/exports/service.ts'
import { createFoundationReviews } from './features/foundation-reviews/service.ts'
import { createImports } from './features/imports/service.ts'
import { createModelTests } from './features/model-tests/service.ts'
import { createOutputs } from './features/outputs/service.ts'
import { createPeople } from './features/people/service.ts'
import { type Account, withoutKeys } from './features/provider/accounts.ts'
import { createProvider } from './features/provider/service.ts'
import { createRegister } from './features/register/service.ts'
import { createResults } from './features/results/service.ts'
import { createRetiredFacts } from './features/retired-facts/service.ts'
import { createReviews } from './features/reviews/service.ts'
import { createSignals } from './features/signals/service.ts'
import { createStandardInputs } from './features/standard-inputs/service.ts'
import { createStandards } from './features/standards/service.ts'
import { createWorkflows, type Workflows } from './features/workflows/service.ts'
import type { ImportReader } from './import/reader.ts'

export type OpenCompany = {
  db: Db
  company: ReturnType<typeof createCompany>
  services: ReturnType<typeof createServices>['services']
  close: () => void
}

export type Surroundings = Pick<Context, 'events' | 'jobs' | 'files' | 'appVersion'> & {
  clock: Clock
  reader: ImportReader
  /** The providers with the owner's keys; without any keys unless a host says where they are. */
  accounts?: readonly Account[]
  /** Where draws get their seeds; random unless a generated company needs the same ones again. */
  newSeed?: () => number
  durability?: 'full' | 'off'
  beforeMigration?: (db: Db) => Promise<unknown>
}

/** Opens one company's file and builds every feature on it. Throws DatabaseProblem in plain words. */
export async function openCompany(path: string, around: Surroundings): Promise<OpenCompany> {
  const { beforeMigration } = around
  const db = openDatabase(path, { durability: around.durability ?? 'full' })
  try {
    await migrate(db, migrations, beforeMigration ? { beforeChange: () => beforeMigration(db) } : {})
    const { company, services } = createServices(db, around)
    return { db, company, services, close: () => db.close() }
  } catch (error) {
    db.close()
    throw error
  }
}

function createServices(db: Db, around: Surroundings) {
  const { clock, events, jobs, files, appVersion, reader } = around
  const context: Context = {
    db,
    commands: createCommands(db, createAudit(db, clock), (features) => events.changed(...features)),
    clock,
    events,
    jobs,
    files,
    appVersion,
    newSeed: around.newSeed ?? (() => randomInt(2 ** 32)),
  }
  const company = createCompany(context)
  const reviewDay = () => company.preferences().reviewDay
  const ownerName = () => company.get()?.ownerName ?? ''

  const people = createPeople(context)
  // What a change did is read off the reviews, which come to be on top of the changes; so do its causes.
  const changes = createChanges(context, {
    reader,
    findings: () => reviews.findings,
    signals: () => signals,
    actions: () => foundationReviews,
  })
  // Standards and workflows need each other: saving standards names the workflow it logs.
  const standards = createStandards(context, changes, (): Workflows => workflows)
  const workflows = createWorkflows(context, changes, standards, people)
  const outputs = createOutputs(context)
  const imports = createImports(context, { outputs, workflows, reader })
  const retiredFacts = createRetiredFacts(context)
  const reviews = createReviews(context, {
    outputs,
    workflows,
    standards,
    reviewDay,
    sections: createSections(db),
    scanRetired: retiredFacts.scan,
  })
  const results = createResults(context, {
    workflows,
    standards,
    reviews,
    changes,
    ownerName,
    reviewDay,
    attention: () => [
      foundationReviews.attention,
      releases.attention,
      retiredFacts.attention,
      people.attention,
      signals.attention,
      register.attention,
      calendar.attention,
      modelTests.attention,
    ],
  })
  const signals = createSignals(context, {
    workflows,
    findings: reviews.findings,
    lastFoundationReview: () => foundationReviews.lastHeldOn(),
  })
  const foundationReviews = createFoundationReviews(context, {
    workflows,
    findings: reviews.findings,
    signals: () => signals,
    people: () => people,
    ownerName,
    companySince: () => company.get()?.createdAt ?? null,
  })
  const releases = createReleases(context, workflows)
  const documents = createDocuments(context, {
    changes,
    workflows,
    releases,
    findings: reviews.findings,
    people,
    reader,
  })
  const register = createRegister(context, { workflows, releases, people })
  const calendar = createCalendar(context, {
    workflows,
    foundationReviewDue: () => foundationReviews.dueOn(),
  })
  const exports = createExports(context, {
    company: () => company.get(),
    workflows,
    reviews,
    results,
    changes,
    imports,
    register,
    foundationReviews,
  })
  const provider = createProvider(context, around.accounts ?? withoutKeys())
  const standardInputs = createStandardInputs(context, { workflows, reader })
  const modelTests = createModelTests(context, {
    workflows,
    standards,
    standardInputs,
    changes,
    documents,
    provider,
    reader,
    company: () => company.get()?.name ?? 'Evenkeel',
  })
  imports.tidyUp()
  modelTests.recover()
  return {
    company,
    services: {
      people,
      signals,
      foundationReviews,
      changes,
      standards,
      workflows,
      imports,
      reviews,
      results,
      documents,
      releases,
      retiredFacts,
      register,
      calendar,
      exports,
      provider,
      standardInputs,
      modelTests,
    },
  }
}
