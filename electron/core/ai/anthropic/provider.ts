import { looksLikeKey } from '../../key-store.ts'
import { type AiProvider, onFirstUse } from '../port.ts'

export const anthropic: AiProvider = {
  id: 'anthropic',
  name: 'Anthropic',
  address: 'https://api.anthropic.com',
  exampleModel: 'claude-opus-5',
  key: { looksRight: looksLikeKey, variable: 'EVENKEEL_API_KEY', file: 'api-key' },
  libraryVariables: /^anthropic_/i,
  connect: ({ apiKey, address }) =>
    onFirstUse(async () => {
      const { createMessagesClient } = await import('./messages.ts')
      return createMessagesClient({ apiKey, baseURL: address })
    }),
}
