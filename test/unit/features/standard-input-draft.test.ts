import { describe, expect, it } from 'vitest'
import {
  draftOf,
  emptyDraft,
  fieldsOf,
  type InputDraft,
  problemsOf,
} from '../../../renderer/features/standard-inputs/input-draft.ts'
import { checksSentence, countSentence } from '../../../renderer/features/standard-inputs/input-words.ts'
import { leftOutSentence } from '../../../renderer/files/words.ts'
import type { StandardInput } from '../../../shared/contract/standard-inputs.ts'

const stored: StandardInput = {
  id: 4,
  workflowId: 2,
  position: 3,
  rev: 1,
  itemId: null,
  name: 'Renewal with discount',
  text: 'Draft a renewal.',
  reference: 'Thank you.',
  tags: ['renewal', 'long'],
  mustNotFail: true,
  checks: [{ kind: 'contains', value: '10%' }, { kind: 'words_at_most', value: 1200 }, { kind: 'json' }],
}

const typed = (part: Partial<InputDraft>): InputDraft => ({ ...emptyDraft, name: 'A', text: 'B', ...part })

describe('a standard input as it is typed', () => {
  it('goes back to what was stored when nothing was changed', () => {
    const { id, workflowId, position, rev, itemId, ...fields } = stored
    expect(fieldsOf(draftOf(stored), 'en-GB')).toEqual(fields)
  })

  it.each([
    ['renewal, long', ['renewal', 'long']],
    [' renewal ;; renewal ,', ['renewal']],
    ['', []],
  ])('reads the tags of “%s”', (tags, expected) => {
    expect(fieldsOf(typed({ tags }), 'en-GB').tags).toEqual(expected)
  })

  it('reads a number of words as the locale writes it', () => {
    const draft = typed({ checks: [{ key: 'a', kind: 'words_at_most', value: '1.200' }] })
    expect(fieldsOf(draft, 'de-DE').checks).toEqual([{ kind: 'words_at_most', value: 1200 }])
  })

  it('names what is missing', () => {
    const draft: InputDraft = {
      ...emptyDraft,
      checks: [
        { key: 'a', kind: 'contains', value: ' ' },
        { key: 'b', kind: 'words_at_most', value: 'many' },
        { key: 'c', kind: 'json', value: '' },
      ],
    }
    expect(problemsOf(draft, 'en-GB')).toEqual({
      name: 'Enter a short name.',
      text: 'Enter the input, as the workflow would get it.',
      'checks.0.value': 'Enter the text it must contain.',
      'checks.1.value': 'Enter a whole number of words, for example 120.',
    })
  })

  it('finds nothing wrong with a complete one', () => {
    expect(problemsOf(draftOf(stored), 'en-GB')).toEqual({})
  })
})

describe('the words of a set', () => {
  it.each([
    [1, '1 input. 12 are a good start, 20 tell more.'],
    [9, '9 inputs. 12 are a good start, 20 tell more.'],
    [12, '12 inputs. A good start; 20 tell more.'],
    [20, '20 inputs.'],
  ])('say what %i inputs are good for', (inputs, sentence) => {
    expect(countSentence(inputs, 'en-GB')).toBe(sentence)
  })

  it('say the checks in one line', () => {
    expect(checksSentence(stored, 'en-GB')).toBe('Checked: contains “10%”; at most 1,200 words; is JSON.')
    expect(checksSentence({ checks: [] }, 'en-GB')).toBe('')
  })

  it.each([
    [0, ''],
    [1, '1 row was in already and left out.'],
    [3, '3 rows were in already and left out.'],
  ])('say that %i rows were in already', (alreadyIn, sentence) => {
    expect(leftOutSentence(alreadyIn, 'en-GB')).toBe(sentence)
  })
})
