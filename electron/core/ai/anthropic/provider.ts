import { samplingNames } from '../../../../shared/domain/model-tests/model-settings.ts'
import { looksLikeKey } from '../../key-store.ts'
import { type AiProvider, onFirstUse } from '../port.ts'
import { bodyOf } from './body.ts'

/** Later models answer a request that names a temperature with an error. */
const takesSampling = /^claude-(3|(sonnet|haiku)-4|opus-4(-[0-6])?(-\d{8})?$)/

export const anthropic: AiProvider = {
  id: 'anthropic',
  name: 'Anthropic',
  address: 'https://api.anthropic.com',
  exampleModel: 'claude-opus-5',
  key: { looksRight: looksLikeKey, variable: 'EVENKEEL_API_KEY', file: 'api-key' },
  usuallyTakes: (model) => (takesSampling.test(model) ? samplingNames : []),
  body: (question) => JSON.stringify(bodyOf(question)),
  libraryVariables: /^anthropic_/i,
  connect: ({ apiKey, address }) =>
    onFirstUse(async () => {
      const { createMessagesClient } = await import('./messages.ts')
      return createMessagesClient({ apiKey, baseURL: address })
    }),
}
