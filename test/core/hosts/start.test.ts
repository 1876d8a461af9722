import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ChosenHost, chooseHost, hasScreen, type Surroundings } from '../../../build/choose-host.ts'
import { help, parseStartOptions, type StartOptions } from '../../../build/start-options.ts'

let folder: string
let electronPackage: string
let dataDir: string
let said: string[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evenkeel-start-'))
  electronPackage = join(folder, 'electron')
  dataDir = join(folder, 'data')
  mkdirSync(electronPackage)
  said = []
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Electron as it lies there once downloaded. */
function putElectron(): void {
  mkdirSync(join(electronPackage, 'dist'))
  writeFileSync(join(electronPackage, 'dist', 'electron'), '')
  writeFileSync(join(electronPackage, 'path.txt'), 'electron')
}

/** Electron's installer, which runs this instead of downloading. */
function putInstaller(script: string): void {
  writeFileSync(join(electronPackage, 'package.json'), '{"type":"commonjs"}')
  writeFileSync(
    join(electronPackage, 'install.js'),
    `require('fs').appendFileSync(__dirname + '/runs', 'x')\n${script}`,
  )
}

const installs = `
  const fs = require('fs')
  fs.mkdirSync(__dirname + '/dist')
  fs.writeFileSync(__dirname + '/dist/electron', '')
  fs.writeFileSync(__dirname + '/path.txt', 'electron')`

function runs(): number {
  const path = join(electronPackage, 'runs')
  return existsSync(path) ? readFileSync(path, 'utf8').length : 0
}

function choose(
  host: StartOptions['host'] = 'either',
  changes: Partial<Surroundings> = {},
): Promise<ChosenHost> {
  return chooseHost(
    { host, dataDir },
    { electronPackage, limitMs: 10_000, hasScreen: true, say: (line) => said.push(line), ...changes },
  )
}

const desktop = () => ({ kind: 'desktop', program: join(electronPackage, 'dist', 'electron') })
const getting = 'Getting the desktop window (Electron), for up to 15 seconds…'
const failed =
  'Electron could not be downloaded, so Evenkeel opens in your browser. To try again: npm start -- --desktop'

describe('npm start', () => {
  it('opens the window where Electron is there, and says nothing', async () => {
    putElectron()
    expect(await choose()).toEqual(desktop())
    expect(said).toEqual([])
  })

  it('opens the browser when told to, whatever is there', async () => {
    putElectron()
    expect(await choose('browser')).toEqual({ kind: 'browser' })
    expect(said).toEqual([])
  })

  it('downloads Electron once, and opens the window', async () => {
    putInstaller(installs)
    expect(await choose()).toEqual(desktop())
    expect(await choose()).toEqual(desktop())
    expect({ runs: runs(), said }).toEqual({ runs: 1, said: [getting] })
  })

  it('opens the browser when the download fails, and does not ask again', async () => {
    putInstaller('process.exit(1)')
    expect(await choose()).toEqual({ kind: 'browser' })
    expect(await choose()).toEqual({ kind: 'browser' })
    expect({ runs: runs(), said }).toEqual({
      runs: 1,
      said: [
        getting,
        failed,
        'Evenkeel opens in your browser, as last time. To try for its own window again: npm start -- --desktop',
      ],
    })
  })

  it('asks again when told to, and forgets that it failed', async () => {
    putInstaller('process.exit(1)')
    await choose()
    putInstaller(installs)
    expect(await choose('desktop')).toEqual(desktop())
    expect(existsSync(join(dataDir, 'launcher.json'))).toBe(false)
  })

  it('opens the browser when the download takes too long, and remembers', async () => {
    putInstaller('setTimeout(() => {}, 60_000)')
    const before = performance.now()
    expect(await choose('either', { limitMs: 200 })).toEqual({ kind: 'browser' })
    expect(performance.now() - before).toBeLessThan(20_000)
    expect(said.at(-1)).toBe(
      'Electron is still downloading, so Evenkeel opens in your browser. To try again: npm start -- --desktop',
    )
    expect(JSON.parse(readFileSync(join(dataDir, 'launcher.json'), 'utf8'))).toEqual({
      desktop: 'unavailable',
    })
  })

  it('does not take half a download for Electron', async () => {
    mkdirSync(join(electronPackage, 'dist'))
    putInstaller('process.exit(1)')
    expect(await choose()).toEqual({ kind: 'browser' })
  })

  it('reads a spoiled memory as none', async () => {
    mkdirSync(dataDir)
    writeFileSync(join(dataDir, 'launcher.json'), '[')
    putInstaller(installs)
    expect(await choose()).toEqual(desktop())
  })

  it('opens the browser where there is no screen', async () => {
    putElectron()
    expect(await choose('desktop', { hasScreen: false })).toEqual({ kind: 'browser' })
    expect(said).toEqual(['There is no screen to show a window on, so Evenkeel opens in the browser.'])
  })

  it.each([
    ['linux', {}, false],
    ['linux', { DISPLAY: ':0' }, true],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
    ['darwin', {}, true],
    ['win32', {}, true],
  ])('on %s with %o there is a screen: %s', (platform, env, expected) => {
    expect(hasScreen(platform, env)).toBe(expected)
  })
})

describe('the flags of npm start', () => {
  it('are read', () => {
    expect(parseStartOptions(['--browser', '--no-open', '--port', '4100', '--data-dir', folder])).toEqual({
      host: 'browser',
      opensBrowser: false,
      port: 4100,
      dataDir: folder,
      showsHelp: false,
    })
  })

  it.each([
    [['--loud'], "Unknown option '--loud'"],
    [['--browser', '--desktop'], '--browser and --desktop cannot both be used.'],
    [['--port', '-1'], '--port'],
  ])('%j are refused', (args, message) => {
    expect(() => parseStartOptions(args)).toThrow(message)
  })

  it.each(['--browser', '--desktop', '--no-open', '--port', '--data-dir', '--help'])(
    'the help tells %s',
    (flag) => {
      expect(help).toContain(`  ${flag}`)
    },
  )
})
