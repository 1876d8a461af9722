import type { Judgement, Outcome } from '../../../../../shared/domain/model-tests/model-test.ts'
import { agreementSentence } from '../../../../../shared/domain/model-tests/model-test-sentences.ts'
import type { SteadyVerdict } from './evaluator.ts'

/**
 * How often the evaluator, over all standards it was steady on, said the same of an input as the judge; in words.
 * Null where it was not asked. The evaluator has no word for "both bad", so such an input is left out.
 */
export function agreementOn(judgements: readonly Judgement[], all: readonly SteadyVerdict[]): string | null {
  const ids = new Set(judgements.map(({ inputId }) => inputId))
  const verdicts = all.filter(({ inputId }) => ids.has(inputId))
  const compared = judgements.flatMap(({ inputId, outcome }) => {
    const overall = overallOf(verdicts.filter((verdict) => verdict.inputId === inputId))
    const isComparable = outcome !== 'not_judged' && outcome !== 'both_bad' && overall !== null
    return isComparable ? [{ outcome, overall }] : []
  })
  const steady = new Set(
    verdicts.flatMap(({ standardId, outcome }) => (outcome === null ? [] : [standardId])),
  )
  const asked = new Set(verdicts.map(({ standardId }) => standardId))
  return agreementSentence({
    agreed: compared.filter(({ outcome, overall }) => outcome === overall).length,
    compared: compared.length,
    unsteady: asked.size - steady.size,
  })
}

/** Better on more standards than worse; null where no verdict was steady. */
function overallOf(verdicts: readonly SteadyVerdict[]): 'better' | 'same' | 'worse' | null {
  const steady = verdicts.flatMap(({ outcome }) => outcome ?? [])
  if (steady.length === 0) return null
  const count = (wanted: Outcome) => steady.filter((outcome) => outcome === wanted).length
  const lead = count('better') - count('worse')
  if (lead === 0) return 'same'
  return lead > 0 ? 'better' : 'worse'
}
