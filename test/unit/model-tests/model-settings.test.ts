import { expect, it } from 'vitest'
import { anthropic } from '../../../electron/core/ai/anthropic/provider.ts'
import { assembledPrompt } from '../../../shared/domain/foundation/assembled-prompt.ts'
import { longestAnswerOf, settingsToSend } from '../../../shared/domain/model-tests/model-settings.ts'

const cannot = 'Evenkeel can’t send this one.'
const notTaken = 'This model is not set to take it.'

it.each([
  ['', {}, []],
  ['Temperature: 0.2', { temperature: 0.2 }, []],
  ['temperature = 0,2\n\nTop-P: 1', { temperature: 0.2, top_p: 1 }, []],
  ['Top K: 40', {}, [{ line: 'Top K: 40', why: notTaken }]],
  ['Effort: high', {}, [{ line: 'Effort: high', why: cannot }]],
  ['Seed: 7', {}, [{ line: 'Seed: 7', why: cannot }]],
  ['Longest answer: 600 tokens\nMax tokens: 600', {}, []],
])('of “%s” goes along what the model takes', (settings, sent, notSent) => {
  expect(settingsToSend(settings, ['temperature', 'top_p'])).toEqual({ sent, notSent })
})

it.each([
  ['Longest answer: 600 tokens', 600],
  ['Temperature: 0.2\nmax_tokens: 1000', 1000],
  ['Max tokens: 0', null],
  ['Max tokens: 70000', null],
  ['Temperature: 0.2', null],
])('“%s” names a longest answer of %s', (settings, expected) => {
  expect(longestAnswerOf(settings)).toBe(expected)
})

it.each([
  ['claude-3-7-sonnet-20250219', 3],
  ['claude-sonnet-4', 3],
  ['claude-haiku-4-5', 3],
  ['claude-opus-4-20250514', 3],
  ['claude-opus-4-6', 3],
  ['claude-opus-4-8', 0],
  ['claude-opus-5', 0],
  ['my-own-model', 0],
])('%s is known to take %i settings', (model, count) => {
  expect(anthropic.usuallyTakes(model)).toHaveLength(count)
})

it('puts the Foundation where the prompt has its place, and after it otherwise', () => {
  const section = { kind: 'section', name: 'Prices', text: 'Five $& euros.' } as const
  const prompt = (text: string) => ({ kind: 'prompt', name: '', text }) as const
  expect(assembledPrompt([prompt('A {{ Foundation }} B'), section])).toBe('A # Prices\n\nFive $& euros. B')
  expect(assembledPrompt([prompt('A'), section])).toBe('A\n\n# Prices\n\nFive $& euros.')
  expect(assembledPrompt([prompt('A {{foundation}}')])).toBe('A {{foundation}}')
})
