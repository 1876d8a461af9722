import type { Rule } from '../../contract/model-tests/test.ts'

const usualCount = 12

/** The rule to start with: better or the same on 10 of 12, and no must-pass failure (R11). */
export function defaultRule(inputs: number): Rule {
  const of = inputs === 0 ? usualCount : inputs
  return { atLeast: Math.ceil((of * 5) / 6), of, noMustPassFailure: true }
}

/** What a rule makes of pairs where both are bad, in words that follow the rule itself. */
export function bothBadWords({ bothBadIsSame }: Rule): string {
  return bothBadIsSame ? 'both bad counts as the same' : 'both bad counts for neither'
}

/** The rule for another number of inputs: a default one stays the default, a chosen one stays as strict. */
export function rebased(rule: Rule, inputs: number): Rule {
  if (inputs === 0 || inputs === rule.of) return rule
  const usual = defaultRule(rule.of).atLeast === rule.atLeast
  const atLeast = usual ? defaultRule(inputs).atLeast : Math.min(rule.atLeast, inputs)
  return { ...rule, atLeast, of: inputs }
}
