import { randomInt } from 'node:crypto'
import type { Clock } from './clock.ts'
import { createCommands, type Deed } from './command.ts'
import type { Context } from './context.ts'
import { createAudit, firstHash } from './db/audit.ts'
import type { KnownEntry } from './db/inspect.ts'
import { migrate } from './db/migrate.ts'
import { migrations } from './db/migrations/index.ts'
import { type Db, openDatabase } from './db/open.ts'
import { followRowSums } from './db/row-sums.ts'
import { createWitness } from './db/witness.ts'
import { createActions } from './features/actions/service.ts'
import { createActivity } from './features/activity/service.ts'
import { createBin } from './features/bin/service.ts'
import { createCalendar } from './features/calendar/service.ts'
import { createChanges } from './features/changes/service.ts'
import { createCompany } from './features/company/service.ts'
import { createDocuments } from './features/documents/service.ts'
import { createEffects } from './features/effects/service.ts'
import { createExports } from './features/exports/service.ts'
import { createFindings } from './features/findings/service.ts'
import { createFoundationReviews } from './features/foundation-reviews/service.ts'
import { createImports } from './features/imports/service.ts'
import { createModelTests } from './features/model-tests/service.ts'
import { createMonths } from './features/months/service.ts'
import { createOutputs } from './features/outputs/service.ts'
import { createPeople } from './features/people/service.ts'
import { type Account, withoutKeys } from './features/provider/accounts.ts'
import { createProvider } from './features/provider/service.ts'
import { createRegister } from './features/register/service.ts'
import { createReleases } from './features/releases/service.ts'
import { createReports } from './features/reports/service.ts'
import { createResults } from './features/results/service.ts'
import { createRetiredFacts } from './features/retired-facts/service.ts'
import { createReviews } from './features/reviews/service.ts'
import { createSignals } from './features/signals/service.ts'
import { createStandardInputs } from './features/standard-inputs/service.ts'
import { createStandards } from './features/standards/service.ts'
import { createWorkflows } from './features/workflows/service.ts'
import type { ImportReader } from './import/reader.ts'
import { createTopic } from './topic.ts'

export type OpenCompany = {
  db: Db
  company: ReturnType<typeof createCompany>
  services: ReturnType<typeof createServices>['services']
  commands: Context['commands']
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
  /** Makes a checked backup; without it there is none before a migration or a large deletion. */
  backUp?: (db: Db, reason: string) => Promise<unknown>
  /** Entries the log must hold, from the backups. */
  known?: readonly KnownEntry[]
  /** Something beside the file shows that there was a company: it is not begun anew. */
  wasHere?: boolean
  /** Hears of every commit with rows in the audit. */
  committed?: (deeds: readonly Deed[]) => void
}

/** Opens one company's file and builds every feature on it. Throws DatabaseProblem in plain words. */
export async function openCompany(path: string, around: Surroundings): Promise<OpenCompany> {
  const { durability = 'full', known = [], wasHere = false } = around
  const db = openDatabase(path, { durability, known, wasHere })
  const witness = createWitness(path)
  const backUp = async (reason: string) => around.backUp?.(db, reason)
  const close = () => {
    db.close()
    witness.close()
  }
  try {
    await migrate(db, migrations, { beforeChange: () => backUp('before an update') })
    followRowSums(db)
    const context = contextOf(db, around, { witness, backUp })
    const { company, services } = createServices(context, around)
    services.imports.tidyUp()
    services.reviews.findEarlier()
    services.changes.lookBack()
    services.modelTests.recover()
    return { db, company, services, commands: context.commands, close }
  } catch (error) {
    close()
    throw error
  }
}

/** Every feature from the ground up: each is handed only what stands above its own line here. */
function createServices(context: Context, { reader, accounts }: Pick<Surroundings, 'reader' | 'accounts'>) {
  const company = createCompany(context)
  const bin = createBin(context, { company })
  const people = createPeople(context)
  const changes = createChanges(context)
  const standards = createStandards(context, changes)
  const workflows = createWorkflows(context, { changes, standards, people, bin })
  const outputs = createOutputs(context)
  const months = createMonths(context, { company, workflows })
  const findings = createFindings(context, workflows)
  const retiredFacts = createRetiredFacts(context)
  const signals = createSignals(context, bin)
  const actions = createActions(context, people)
  const releases = createReleases(context, workflows)
  const effects = createEffects(context, { changes, findings, months, releases, signals, actions, reader })
  const documents = createDocuments(context, {
    changes,
    effects,
    workflows,
    releases,
    findings,
    people,
    bin,
    reader,
  })
  const foundationReviews = createFoundationReviews(context, {
    ...{ company, workflows, findings },
    ...{ signals, actions, people, documents },
  })
  const reviews = createReviews(context, {
    ...{ outputs, workflows, standards, months, findings, effects, foundationReviews },
    reviewDay: company.reviewDay,
    ownerName: company.ownerName,
    isSeenAgain: company.isSeenAgain,
    scanRetired: retiredFacts.scan,
  })
  const imports = createImports(context, { outputs, workflows, months, reviews, reader, bin })
  const register = createRegister(context, { workflows, releases, people })
  const calendar = createCalendar(context, { company, workflows, foundationReviews })
  const provider = createProvider(context, accounts ?? withoutKeys())
  const standardInputs = createStandardInputs(context, { workflows, reader, bin })
  const modelTests = createModelTests(context, {
    ...{ company, workflows, standards, standardInputs },
    ...{ changes, releases, documents, provider, signals, reader },
  })
  const pressing = [effects, foundationReviews, register, releases, documents]
  const onHome = [...pressing, retiredFacts, people, signals, calendar, modelTests]
  const results = createResults(context, {
    company,
    workflows,
    standards,
    findings,
    reviews,
    changes,
    effects,
    months,
    foundationReviews,
    attention: onHome.map(({ attention }) => attention),
  })
  const reports = createReports(context, { company, workflows, results, effects, months, foundationReviews })
  const activity = createActivity(context, { company, months })
  const exports = createExports(context, {
    ...{ company, workflows, reviews, results, effects },
    ...{ months, imports, register, foundationReviews, modelTests, signals, documents, activity, reports },
  })
  return {
    company,
    services: {
      people,
      // The signals and the figures together call for a Foundation review.
      signals: { ...signals, triggers: foundationReviews.triggers },
      foundationReviews,
      // What was planned goes live as the next version of its document.
      changes: { ...effects, goLive: documents.goLive },
      standards,
      // The first lines of a workflow are those of its months without any as well.
      workflows: { ...workflows, update: reviews.saveWorkflow },
      imports,
      reviews,
      results,
      documents,
      releases,
      retiredFacts,
      register,
      calendar,
      reports,
      activity,
      bin,
      exports,
      provider,
      standardInputs,
      modelTests,
    },
  }
}

function contextOf(
  db: Db,
  around: Surroundings,
  { witness, backUp }: { witness: ReturnType<typeof createWitness> } & Pick<Context, 'backUp'>,
): Context {
  const { clock, events, jobs, files, appVersion, committed = () => {} } = around
  const audit = createAudit(db, clock)
  let first: string | null = null
  const note = () => {
    first ??= firstHash(db)
    witness.note(audit.head(), first, clock.now())
  }
  note()
  return {
    db,
    commands: createCommands(
      db,
      audit,
      (features) => events.changed(...features),
      (deeds) => {
        note()
        committed(deeds)
      },
    ),
    clock,
    measured: createTopic(),
    events,
    jobs,
    files,
    appVersion,
    backUp,
    newSeed: around.newSeed ?? (() => randomInt(2 ** 32)),
  }
}
