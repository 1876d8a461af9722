import type { StandardInput } from '../../../shared/contract/workflows.ts'
import { words } from './words.ts'

/** What every output must do, until the company says it in its own words. */
export const defaultStandards: readonly StandardInput[] = [
  { name: words.accurate, description: words.everyFactNamePriceAnd, isMustPass: false },
  { name: words.complete, description: words.answersEverythingThatWasAsked, isMustPass: false },
  { name: words.rightTone, description: words.soundsTheWayWeTalk, isMustPass: false },
  { name: words.rightTerms, description: words.usesOurWordsForOur, isMustPass: false },
  { name: words.safeToSend, description: words.nothingInItCouldHarm, isMustPass: true },
]
