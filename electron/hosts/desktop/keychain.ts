import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { safeStorage } from 'electron'
import type { KeyState } from '../../../shared/contract/provider.ts'
import { AppError } from '../../../shared/errors.ts'
import { type KeyStore, keyState, looksLikeKey } from '../../core/key-store.ts'

const enterAgain = 'Enter the key again.'
const noKeychain = 'This computer offers no keychain that Evenkeel can use.'

/** Linux keeps no secret at all with the first, and has not decided yet with the second. */
const unsafeBackends = ['basic_text', 'unknown']

/**
 * An API key, sealed by this computer's keychain in `<name>.bin`, with the keychain's name beside it. Returns
 * at once and reads in the background: a keychain that asks or fails must not keep Evenkeel from starting.
 */
export function openKeychain(dataDir: string, name: string): KeyStore {
  const files = createKeyFiles(dataDir, name)
  let key: string | null = null
  let state: KeyState = keyState(null, null, null)

  function become(next: string | null, kept: KeyState['kept'], note: string | null) {
    key = next
    state = keyState(next, kept, note)
  }

  async function open() {
    try {
      const kept = files.read()
      if (!kept) return
      const problem = await problemWith(kept.backend)
      if (problem) return become(null, null, `${problem} ${enterAgain}`)
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(kept.sealed)
      if (!looksLikeKey(result)) throw new Error('What was kept is not a key')
      become(result, 'keychain', null)
      // What is kept already stays good where it cannot be sealed anew.
      if (shouldReEncrypt) await seal(result).catch(() => {})
    } catch {
      // The cause is left out: nothing of a key may end up in a log.
      if (key === null) become(null, null, `The kept key could not be read. ${enterAgain}`)
    }
  }

  async function seal(entered: string) {
    files.write({ sealed: await safeStorage.encryptStringAsync(entered), backend: backendName() })
  }

  async function set(entered: string) {
    const problem = await problemWith(backendName())
    try {
      if (problem === null) {
        await seal(entered)
        return become(entered, 'keychain', null)
      }
    } catch {
      // It still works until Evenkeel closes.
    }
    // An older key must not come back at the next start.
    files.remove()
    become(entered, 'memory', problem ?? 'This computer’s keychain did not take the key.')
  }

  async function forget() {
    become(null, null, null)
    files.remove()
  }

  const opened = open()
  // One after the other, so that what is kept is what was entered last.
  let lastTurn: Promise<unknown> = opened
  function inTurn(step: () => Promise<void>): Promise<void> {
    const turn = lastTurn.then(step)
    lastTurn = turn.catch(() => {})
    return turn
  }

  return {
    opened,
    read: () => key,
    state: () => state,
    set: (entered) => inTurn(() => set(entered)),
    forget: () => inTurn(forget),
  }
}

/** Why a key sealed by this keychain cannot be used; null where it can. */
async function problemWith(backend: string): Promise<string | null> {
  const current = backendName()
  if (unsafeBackends.includes(current)) return noKeychain
  const isAvailable = await safeStorage.isAsyncEncryptionAvailable().catch(() => false)
  if (!isAvailable) return noKeychain
  return backend === current ? null : 'This computer’s keychain is not the one that kept the key.'
}

/** Electron knows several keychains on Linux; elsewhere there is one. */
function backendName(): string {
  return process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : process.platform
}

type KeptKey = { sealed: Buffer; backend: string }

function createKeyFiles(dataDir: string, name: string) {
  const paths = { sealed: join(dataDir, `${name}.bin`), backend: join(dataDir, `${name}.backend`) }
  return {
    /** Undefined where none is kept. */
    read(): KeptKey | undefined {
      if (!existsSync(paths.sealed)) return undefined
      return { sealed: readFileSync(paths.sealed), backend: readFileSync(paths.backend, 'utf8') }
    },
    /** The sealed key comes last: a name without it counts as no key. */
    write({ sealed, backend }: KeptKey): void {
      replace(paths.backend, backend)
      replace(paths.sealed, sealed)
    },
    remove(): void {
      try {
        for (const path of [paths.sealed, paths.backend]) rmSync(path, { force: true })
      } catch {
        throw new AppError(
          'UNAVAILABLE',
          `The kept key could not be removed. Delete the file ${paths.sealed} yourself.`,
        )
      }
    },
  }
}

/** For its owner only; an existing file would keep its own permissions. */
function replace(path: string, content: string | Buffer): void {
  const unfinished = `${path}.new`
  rmSync(unfinished, { force: true })
  writeFileSync(unfinished, content, { mode: 0o600 })
  renameSync(unfinished, path)
}
