import { describe, expect, it } from 'vitest'
import { modelQuestion } from '../../../shared/domain/model-tests/model-question.ts'

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
    expect(modelQuestion(instructions, 'Where is it?')).toEqual(question)
  })

  it('takes an input as it is, whatever signs it holds', () => {
    expect(modelQuestion('A {{input}} B', "$& $1 $' {{input}}")).toEqual({
      instructions: '',
      input: "A $& $1 $' {{input}} B",
    })
  })
})
