import { describe, expect, it } from 'vitest'
import {
  fillingProblem,
  modelQuestion,
  noFilling,
} from '../../../shared/domain/model-tests/model-question.ts'

describe('what is sent for one output', () => {
  it.each([
    ['no variable', 'Answer kindly.', { instructions: 'Answer kindly.', input: 'Where is it?' }],
    ['no instructions', '', { instructions: '', input: 'Where is it?' }],
    ['{{input}}', 'Mail: {{input}}', { instructions: '', input: 'Mail: Where is it?' }],
    [
      '{{input}} twice',
      '{{ input }} / {{input}}',
      { instructions: '', input: 'Where is it? / Where is it?' },
    ],
    ['one other variable', 'Mail: {{mail_text}}', { instructions: '', input: 'Mail: Where is it?' }],
    [
      'one variable in another language',
      'Post: {{ Nachricht Größe }}',
      { instructions: '', input: 'Post: Where is it?' },
    ],
    ['{{input}} among others', '{{name}}: {{input}}', { instructions: '', input: '{{name}}: Where is it?' }],
    ['two others', '{{name}}: {{mail}}', { instructions: '{{name}}: {{mail}}', input: 'Where is it?' }],
    ['single braces', '{input}', { instructions: '{input}', input: 'Where is it?' }],
    ['an empty variable', '{{ }}', { instructions: '{{ }}', input: 'Where is it?' }],
  ])('with %s', (_, instructions, question) => {
    expect(modelQuestion(instructions, 'Where is it?', noFilling)).toEqual(question)
  })

  it.each([
    [
      'two, one chosen',
      '{{mail}} in {{tone}}',
      { input: 'mail', values: { tone: 'calm' } },
      ['', 'Hi in calm'],
      null,
    ],
    [
      'none of them the input',
      'Be {{tone}}.',
      { input: '', values: { tone: 'calm' } },
      ['Be calm.', 'Hi'],
      null,
    ],
    [
      'not asked yet',
      '{{mail}} in {{tone}}',
      noFilling,
      ['{{mail}} in {{tone}}', 'Hi'],
      'Say which variable of the prompt is the input, and fill in the others.',
    ],
    [
      'one left',
      '{{input}}, {{a}}, {{b}}',
      { input: null, values: { a: 'A', b: ' ' } },
      ['', 'Hi, A, {{b}}'],
      'Fill in {{b}}: as written, it would be sent in double braces.',
    ],
    [
      'a variable that another side has',
      'Mail: {{message}}',
      { input: 'mail', values: {} },
      ['', 'Mail: Hi'],
      null,
    ],
    [
      'a value with a variable in it',
      '{{input}} {{a}}',
      { input: null, values: { a: '{{input}}' } },
      ['', 'Hi {{input}}'],
      null,
    ],
  ])('asks and fills in: %s', (_, instructions, filling, [before, message], problem) => {
    expect(modelQuestion(instructions, 'Hi', filling)).toEqual({ instructions: before, input: message })
    expect(fillingProblem(instructions, filling)).toBe(problem)
  })

  it('takes an input as it is, whatever signs it holds', () => {
    expect(modelQuestion('A {{input}} B', "$& $1 $' {{input}}", noFilling)).toEqual({
      instructions: '',
      input: "A $& $1 $' {{input}} B",
    })
  })
})
