import { audit } from './0010-audit.ts'
import { company } from './0020-company.ts'
import { outputs } from './0030-outputs.ts'
import { reviews } from './0040-reviews.ts'
import { changes } from './0050-changes.ts'
import { documents } from './0060-documents.ts'
import { signals } from './0070-signals.ts'
import { foundationReviews } from './0080-foundation-reviews.ts'
import { register } from './0090-register.ts'
import { retiredFacts } from './0100-retired-facts.ts'
import { modelTests } from './0110-model-tests.ts'
import { sectionKeys } from './0120-section-keys.ts'
import { peopleKeys } from './0130-people-keys.ts'
import { providers } from './0140-providers.ts'
import { lastKeys } from './0150-last-keys.ts'
import { skippedMonths } from './0160-skipped-months.ts'
import { findings } from './0170-findings.ts'
import { linesAndLooks } from './0180-lines-and-looks.ts'
import { effects } from './0190-effects.ts'
import { reports } from './0200-reports.ts'
import { completedOutputs } from './0210-completed-outputs.ts'
import { rowSums } from './0220-row-sums.ts'
import { seenAgain } from './0230-seen-again.ts'
import { sealedMonths } from './0240-sealed-months.ts'
import { bothBadAsAgreed } from './0250-both-bad-as-agreed.ts'
import { bin } from './0260-bin.ts'
import { settingsAModelTakes } from './0270-settings-a-model-takes.ts'
import { registerInPlainWords } from './0280-register-in-plain-words.ts'
import { retirementOfModels } from './0290-retirement-of-models.ts'
import { retiredOn } from './0300-retired-on.ts'
import { companyGateway } from './0310-company-gateway.ts'
import { daysOfTheLog } from './0320-days-of-the-log.ts'
import { outputsUsed } from './0330-outputs-used.ts'
import { severalActions } from './0340-several-actions.ts'
import type { Migration } from './migration.ts'

/** Every step since the first release, in order. A released step is frozen: changes are new steps. */
export const migrations: readonly Migration[] = [
  audit,
  company,
  outputs,
  reviews,
  changes,
  documents,
  signals,
  foundationReviews,
  register,
  retiredFacts,
  modelTests,
  sectionKeys,
  peopleKeys,
  providers,
  lastKeys,
  skippedMonths,
  findings,
  linesAndLooks,
  effects,
  reports,
  completedOutputs,
  rowSums,
  seenAgain,
  sealedMonths,
  bothBadAsAgreed,
  bin,
  settingsAModelTakes,
  registerInPlainWords,
  retirementOfModels,
  retiredOn,
  companyGateway,
  daysOfTheLog,
  outputsUsed,
  severalActions,
]
