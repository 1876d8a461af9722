import { anthropic } from './anthropic/provider.ts'
import type { AiProvider } from './port.ts'

/** Every provider Evenkeel can call, the usual one first. Another one is a folder beside this file and an entry here. */
export const providers: readonly [AiProvider, ...AiProvider[]] = [anthropic]
