import { describe, expect, it } from 'vitest'
import type { Check } from '../../../shared/contract/standard-inputs.ts'
import { checkProblem, failedChecks } from '../../../shared/domain/model-tests/output-checks.ts'
import { cpuTime } from '../../helpers/cpu-time.ts'

describe('failedChecks', () => {
  const cases: [string, Check, string | null][] = [
    ['We refund within 30 days.', { kind: 'contains', value: '30 days' }, null],
    ['We refund within 30\n  Days.', { kind: 'contains', value: '30 days' }, null],
    ['It’s done', { kind: 'contains', value: "it's" }, null],
    ['We refund it.', { kind: 'contains', value: '30 days' }, 'Doesn’t contain “30 days”.'],
    ['', { kind: 'contains', value: 'a' }, 'Doesn’t contain “a”.'],
    ['We refund it.', { kind: 'lacks', value: 'guarantee' }, null],
    ['We GUARANTEE it.', { kind: 'lacks', value: 'guarantee' }, 'Contains “guarantee”.'],
    ['one two three', { kind: 'words_at_most', value: 3 }, null],
    ['one two three - four!', { kind: 'words_at_most', value: 3 }, 'Has 4 words, more than 3.'],
    ['Ref. AB-1234', { kind: 'matches', value: '[A-Z]{2}-\\d{4}' }, null],
    [
      'Ref. ab-1234',
      { kind: 'matches', value: '[A-Z]{2}-\\d{4}' },
      'Doesn’t match the pattern “[A-Z]{2}-\\d{4}”.',
    ],
    ['anything', { kind: 'matches', value: '[a-' }, 'The pattern “[a-” can’t be read.'],
    [
      `${'a'.repeat(100_000)}x`,
      { kind: 'matches', value: 'x' },
      'Doesn’t match the pattern “x” in its first 100,000 characters.',
    ],
    [`${'a'.repeat(99_999)}x`, { kind: 'matches', value: 'x' }, null],
    ['{"a": [1, 2]}', { kind: 'json' }, null],
    [' [] \n', { kind: 'json' }, null],
    ['```json\n{}\n```', { kind: 'json' }, 'Isn’t JSON.'],
    ['{"a": 1', { kind: 'json' }, 'Isn’t JSON.'],
    ['', { kind: 'json' }, 'Isn’t JSON.'],
  ]
  it.each(cases)('of %.40j checked for %j is %j', (text, check, expected) => {
    expect(failedChecks(text, [check])).toEqual(expected === null ? [] : [expected])
  })

  it('lists every failed check in the order of the checks', () => {
    const checks: Check[] = [
      { kind: 'json' },
      { kind: 'contains', value: 'hello' },
      { kind: 'lacks', value: 'world' },
    ]
    expect(failedChecks('Hello world', checks)).toEqual(['Isn’t JSON.', 'Contains “world”.'])
    expect(failedChecks('Hello world', [])).toEqual([])
  })

  it('never hangs on a pattern', async () => {
    const checks: Check[] = [{ kind: 'matches', value: '^(a+)+$|(a|a)*b' }]
    expect(await cpuTime(() => failedChecks('a'.repeat(200_000), checks))).toBeLessThan(3000)
  })
})

describe('checkProblem', () => {
  const cases: [Check, string | null][] = [
    [{ kind: 'contains', value: '[a-' }, null],
    [{ kind: 'json' }, null],
    [{ kind: 'words_at_most', value: 5 }, null],
    [{ kind: 'matches', value: '(a+)+$' }, null],
    [{ kind: 'matches', value: 'a'.repeat(300) }, null],
    [{ kind: 'matches', value: 'a'.repeat(301) }, 'Keep a pattern to 300 characters.'],
    [
      { kind: 'matches', value: '[a-' },
      '“[a-” can’t be read as a pattern. Look for a bracket left open, or put \\ before a sign that stands for itself.',
    ],
    [
      { kind: 'matches', value: '(?=a)' },
      'A pattern here can’t look ahead or behind, or refer back to a group. Leave that part out.',
    ],
    [{ kind: 'matches', value: 'a{5000}' }, 'This pattern counts too far. Use smaller numbers in { }.'],
  ]
  it.each(cases)('of %j is %j', (check, expected) => {
    expect(checkProblem(check)).toBe(expected)
  })
})
