import type { KeyState } from '../../shared/contract/provider.ts'
import type { AiProvider } from './ai/port.ts'

/** Where a provider's API key is while Evenkeel runs. A host hands one in; only the last four characters leave the core. */
export type KeyStore = {
  /** Settles once a kept key was read, for which the keychain may ask the owner first. Never rejects. */
  opened: Promise<void>
  read: () => string | null
  state: () => KeyState
  /** Keeps a key that `looksLikeKey`. Where it cannot be kept it is held in memory, and the note says why. */
  set: (key: string) => Promise<void>
  /** Rejects with AppError UNAVAILABLE where a kept key cannot be removed. */
  forget: () => Promise<void>
}

/** True for what can be an API key: 12 characters or more, without spaces, as they go into a header. */
export function looksLikeKey(text: string): boolean {
  return /^[!-~]{12,}$/.test(text)
}

/** What a screen may know of a key. `note` says why it is only in memory, or has to be entered again. */
export function keyState(key: string | null, kept: KeyState['kept'], note: string | null): KeyState {
  if (key === null) return { isSet: false, lastFour: null, kept: null, note }
  return { isSet: true, lastFour: key.slice(-4), kept, note }
}

/** Holds the key until Evenkeel closes. `given` is what the environment had for this run. */
export function createMemoryKeys(given: string | null = null): KeyStore {
  const isUsable = given !== null && looksLikeKey(given)
  let key = isUsable ? given : null
  let state = keyState(
    key,
    'environment',
    given === null || isUsable
      ? null
      : 'What the environment gives for this run does not look like an API key, so it is not used.',
  )
  return {
    opened: Promise.resolve(),
    read: () => key,
    state: () => state,
    async set(entered) {
      key = entered
      state = keyState(key, 'memory', 'There is no keychain for Evenkeel in a browser.')
    },
    async forget() {
      key = null
      state = keyState(null, null, null)
    },
  }
}

/**
 * A provider's key that the environment gives for this run, or null. Takes it out of `env`, and with it everything
 * the provider's library would follow: another address, other headers, another key.
 */
export function takeEnvironmentKey(
  env: Record<string, string | undefined>,
  { key: { variable }, libraryVariables }: Pick<AiProvider, 'key' | 'libraryVariables'>,
): string | null {
  const given = env[variable]?.trim() || null
  for (const name of Object.keys(env)) {
    if (libraryVariables.test(name) || name.toUpperCase() === variable) delete env[name]
  }
  return given
}
