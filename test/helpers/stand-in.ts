import { createMessagesClient } from '../../electron/core/ai/anthropic/messages.ts'
import { anthropic } from '../../electron/core/ai/anthropic/provider.ts'
import type { AiProvider } from '../../electron/core/ai/port.ts'
import type { Timeouts } from '../../electron/core/ai/watch.ts'

/** Anthropic, with a server of the test in its place. */
export function standIn(address: string, timeouts?: Timeouts): AiProvider {
  if (!timeouts) return { ...anthropic, address }
  const connect = ({ apiKey }: { apiKey: string }) =>
    createMessagesClient({ apiKey, baseURL: address, timeouts })
  return { ...anthropic, address, connect }
}
