import { formatDay } from '../../../shared/domain/format.ts'
import type { FailureKind } from './port.ts'

type Meaning = { kind: Extract<FailureKind, 'stop' | 'stop_model' | 'skip'>; message: string }

const goOn = 'What is here is kept.'

/** What a provider means by its words, as the owner says it. Nothing of them goes along but a day. */
const meanings: readonly { said: RegExp; means: (found: RegExpExecArray) => Meaning }[] = [
  {
    said: /usage limit.*?(\d{4}-\d{2}-\d{2})/is,
    means: ([, day = '']) => ({
      kind: 'stop',
      message: `The usage limit of your account with the provider is reached until ${formatDay(day, 'en-GB')}. Raise it there or wait until then, then go on. ${goOn}`,
    }),
  },
  {
    said: /usage limit/i,
    means: () => ({
      kind: 'stop',
      message: `The usage limit of your account with the provider is reached. Raise it there, then go on. ${goOn}`,
    }),
  },
  {
    said: /credit balance|no credit|insufficient (credit|quota|funds)/i,
    means: () => ({
      kind: 'stop',
      message: `Your account with the provider has no credit left. Add credit there, then go on. ${goOn}`,
    }),
  },
  {
    said: /prompt is too long|input is too long|context (window|length)/i,
    means: () => ({
      kind: 'skip',
      message:
        'Instructions and input together are longer than the model takes. Paste this output, or shorten the standard input for the next test.',
    }),
  },
  {
    said: /\bmax_tokens\b/i,
    means: () => ({
      kind: 'stop_model',
      message:
        'The longest answer allowed is more than this model gives. Lower it under “Models and longest answers”, then go on.',
    }),
  },
  {
    said: /\b(temperature|top_p|top_k)\b/i,
    means: () => ({
      kind: 'stop_model',
      message:
        'The model does not take one of the settings that went along. Take it out of what this model takes, in Settings under Model tests, then go on.',
    }),
  },
  {
    said: /\b(retired|no longer (available|supported)|end[- ]of[- ]life)\b/i,
    means: () => ({
      kind: 'stop_model',
      message:
        'The provider has retired this model. Choose one that is still there under “Models and longest answers”, then go on, or paste its outputs.',
    }),
  },
]

/** What a refused request is about; null where the words are none that are known. */
export function meaningOf(said: string): Meaning | null {
  for (const { said: pattern, means } of meanings) {
    const found = pattern.exec(said)
    if (found) return means(found)
  }
  return null
}
