import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { anthropic } from '../../../electron/core/ai/anthropic/provider.ts'
import { createMemoryKeys, looksLikeKey, takeEnvironmentKey } from '../../../electron/core/key-store.ts'
import { createLog } from '../../../electron/core/log.ts'
import { openKeychain } from '../../../electron/hosts/desktop/keychain.ts'
import { type Keychain, resetElectron, surroundings } from '../../helpers/electron-double.ts'
import { createTestClock } from '../../helpers/test-app.ts'

const key = 'sk-ant-canary-0123456789abcdef'
const otherKey = 'sk-ant-canary-fedcba9876543210'
const none = { isSet: false, lastFour: null, kept: null, note: null }

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evenkeel-key-'))
  // The backends have names on Linux only.
  vi.spyOn(process, 'platform', 'get').mockReturnValue('linux')
  resetElectron()
})

afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

function changeKeychain(changes: Partial<Keychain>): void {
  Object.assign(surroundings.keychain, changes)
}

async function opened() {
  const keys = openKeychain(folder, 'api-key')
  await keys.opened
  return keys
}

async function keep(entered = key) {
  const keys = await opened()
  await keys.set(entered)
  return keys
}

const text = (name: string) => readFileSync(join(folder, name), 'utf8')
const everyFile = () => readdirSync(folder).map(text).join('\n')

describe('what looks like a key', () => {
  it.each([
    [key, true],
    ['abcdefghijkl', true],
    ['abcdefghijk', false],
    ['sk-ant 0123456789', false],
    ['sk-ant-0123456789\n', false],
    ['sk-ant-0123456789é', false],
    ['', false],
  ])('%j: %s', (entered, isKey) => {
    expect(looksLikeKey(entered)).toBe(isKey)
  })
})

describe('a key in memory', () => {
  it('is there until Evenkeel closes, and says so', async () => {
    const keys = createMemoryKeys()
    const before = keys.state()
    await keys.set(key)
    expect([before, keys.state(), keys.read()]).toEqual([
      none,
      {
        isSet: true,
        lastFour: 'cdef',
        kept: 'memory',
        note: 'There is no keychain for Evenkeel in a browser.',
      },
      key,
    ])
    await keys.forget()
    expect([keys.state(), keys.read()]).toEqual([none, null])
  })

  it('may come from the environment, for this run', async () => {
    const keys = createMemoryKeys(key)
    expect([keys.state(), keys.read()]).toEqual([
      { isSet: true, lastFour: 'cdef', kept: 'environment', note: null },
      key,
    ])
    await keys.set(otherKey)
    expect([keys.state().kept, keys.read()]).toEqual(['memory', otherKey])
    await keys.forget()
    expect(keys.read()).toBeNull()
  })

  it('is not taken from an environment that holds something else', () => {
    const keys = createMemoryKeys('secret')
    expect([keys.state(), keys.read()]).toEqual([
      {
        ...none,
        note: 'What the environment gives for this run does not look like an API key, so it is not used.',
      },
      null,
    ])
  })
})

describe('the environment', () => {
  it('gives the key once, and keeps nothing that the SDK would follow', () => {
    const env = {
      EVENKEEL_API_KEY: ` ${key} `,
      ANTHROPIC_API_KEY: otherKey,
      ANTHROPIC_BASE_URL: 'http://elsewhere',
      anthropic_custom_headers: 'x: y',
      HOME: '/home/dana',
    }
    expect(takeEnvironmentKey(env, anthropic)).toBe(key)
    expect(env).toEqual({ HOME: '/home/dana' })
    expect(takeEnvironmentKey(env, anthropic)).toBeNull()
  })
})

describe('a key in the keychain', () => {
  it('is back after a restart, sealed, and readable by its owner only', async () => {
    await keep()
    const again = await opened()
    expect([again.state(), again.read()]).toEqual([
      { isSet: true, lastFour: 'cdef', kept: 'keychain', note: null },
      key,
    ])
    expect(readdirSync(folder).sort()).toEqual(['api-key.backend', 'api-key.bin'])
    expect(text('api-key.backend')).toBe('gnome_libsecret')
    expect(everyFile()).not.toContain(key)
    expect(readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual([
      0o600, 0o600,
    ])
  })

  it('is gone once it is forgotten', async () => {
    const keys = await keep()
    await keys.forget()
    expect([keys.state(), keys.read(), readdirSync(folder)]).toEqual([none, null, []])
    expect((await opened()).state()).toEqual(none)
  })

  it('is the one that was entered last, also when that was at once', async () => {
    const keys = openKeychain(folder, 'api-key')
    await Promise.all([keys.set(key), keys.forget(), keys.set(otherKey)])
    expect([keys.read(), (await opened()).read()]).toEqual([otherKey, otherKey])
  })

  it('is sealed anew when the keychain asks for it', async () => {
    await keep()
    changeKeychain({ secret: 'second', shouldReEncrypt: true })
    const keys = await opened()
    changeKeychain({ shouldReEncrypt: false })
    expect([keys.read(), (await opened()).read()]).toEqual([key, key])
  })

  it('stays in use when it cannot be sealed anew', async () => {
    await keep()
    changeKeychain({ shouldReEncrypt: true, failure: 'seals nothing' })
    expect((await opened()).state()).toEqual({
      isSet: true,
      lastFour: 'cdef',
      kept: 'keychain',
      note: null,
    })
  })
})

describe('a keychain that does not help', () => {
  it.each<[string, Partial<Keychain>, string]>([
    [
      'keeps nothing secret',
      { backend: 'basic_text' },
      'This computer offers no keychain that Evenkeel can use.',
    ],
    ['is not there', { isAvailable: false }, 'This computer offers no keychain that Evenkeel can use.'],
    ['takes nothing', { failure: 'seals nothing' }, 'This computer’s keychain did not take the key.'],
  ])('%s: the key is held in memory and nowhere else', async (_what, changes, note) => {
    await keep(otherKey)
    changeKeychain(changes)
    const keys = await keep()
    expect([keys.state(), keys.read()]).toEqual([
      { isSet: true, lastFour: 'cdef', kept: 'memory', note },
      key,
    ])
    expect(readdirSync(folder)).toEqual([])
  })

  it.each<[string, Partial<Keychain>, string]>([
    ['changed its secret', { secret: 'second' }, 'The kept key could not be read. Enter the key again.'],
    [
      'is another one now',
      { backend: 'kwallet6' },
      'This computer’s keychain is not the one that kept the key. Enter the key again.',
    ],
    [
      'is gone',
      { isAvailable: false },
      'This computer offers no keychain that Evenkeel can use. Enter the key again.',
    ],
    [
      'is none any more',
      { backend: 'basic_text' },
      'This computer offers no keychain that Evenkeel can use. Enter the key again.',
    ],
  ])('%s: the key has to be entered again', async (_what, changes, note) => {
    await keep()
    changeKeychain(changes)
    const keys = await opened()
    expect([keys.state(), keys.read()]).toEqual([{ ...none, note }, null])
  })

  it('that came back opens what it sealed', async () => {
    await keep()
    changeKeychain({ isAvailable: false })
    await opened()
    changeKeychain({ isAvailable: true })
    expect((await opened()).read()).toBe(key)
  })

  it.each([
    ['a key file cut short', 'api-key.bin', ''],
    ['a key file of something else', 'api-key.bin', `first ${Buffer.from('short').toString('base64')}`],
  ])('%s does not keep Evenkeel from starting', async (_what, name, content) => {
    await keep()
    writeFileSync(join(folder, name), content)
    expect((await opened()).state()).toEqual({
      ...none,
      note: 'The kept key could not be read. Enter the key again.',
    })
  })

  it('a key file without the name of its keychain does not either', async () => {
    await keep()
    rmSync(join(folder, 'api-key.backend'))
    expect((await opened()).state().note).toBe('The kept key could not be read. Enter the key again.')
  })

  it('that never answers keeps nobody waiting', async () => {
    await keep()
    changeKeychain({ failure: 'never answers' })
    const keys = openKeychain(folder, 'api-key')
    expect([keys.state(), keys.read()]).toEqual([none, null])
  })

  it('is told apart from a folder that takes no file: the key is held in memory', async () => {
    const keys = openKeychain(join(folder, 'no-such-folder'), 'api-key')
    await keys.set(key)
    expect(keys.state()).toEqual({
      isSet: true,
      lastFour: 'cdef',
      kept: 'memory',
      note: 'This computer’s keychain did not take the key.',
    })
  })

  it('says which file to delete when a kept key cannot be removed', async () => {
    mkdirSync(join(folder, 'api-key.bin', 'in-the-way'), { recursive: true })
    const keys = await opened()
    await expect(keys.forget()).rejects.toThrow(
      `The kept key could not be removed. Delete the file ${join(folder, 'api-key.bin')} yourself.`,
    )
    expect(keys.read()).toBeNull()
  })
})

describe('the log', () => {
  it.each([
    ['the key', `request with ${key} failed`],
    ['a key that was replaced', `request with ${otherKey} failed`],
    ['a header', 'authorization: Bearer abcdef0123456789'],
  ])('masks %s', (_what, message) => {
    const log = createLog(folder, createTestClock(), () => [key])
    log.unexpected(new Error(message))
    const written = text(join('logs', '2026-11-21.log'))
    expect(written).toContain('[API key]')
    expect(written).not.toMatch(/canary|abcdef0123456789/)
  })

  it('masks a key of any shape, once it is the owner’s', () => {
    const log = createLog(folder, createTestClock(), () => ['correct-horse-battery'])
    log.unexpected(new Error('sent correct-horse-battery'))
    expect(text(join('logs', '2026-11-21.log'))).not.toContain('correct-horse')
    expect(existsSync(join(folder, 'api-key.bin'))).toBe(false)
  })
})
