import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AppDoor } from '../../../electron/hosts/app-door.ts'
import { isOwnAddress } from '../../../electron/hosts/desktop/address.ts'
import { contextItems } from '../../../electron/hosts/desktop/context-menu.ts'
import { startDesktop } from '../../../electron/hosts/desktop/desktop.ts'
import { fileName, pdfName } from '../../../electron/hosts/desktop/file-name.ts'
import { contentSecurityPolicy } from '../../../electron/hosts/headers.ts'
import { menuCommands } from '../../../shared/menu-command.ts'
import {
  app,
  ipcRenderer,
  powerMonitor,
  recorded,
  resetElectron,
  session,
  surroundings,
} from '../../helpers/electron-double.ts'

let folder: string
let isOpen: boolean
let logged: string[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evenkeel-desktop-'))
  mkdirSync(join(folder, 'renderer'))
  writeFileSync(join(folder, 'renderer', 'index.html'), '<h1>Home</h1>')
  isOpen = false
  logged = []
  resetElectron()
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A core that answers with what it was asked. */
async function createEcho(): Promise<AppDoor> {
  isOpen = true
  return {
    fetch: async (request) => Response.json({ method: request.method, body: await request.text() }),
    close: async () => {
      isOpen = false
    },
  }
}

function start(createApp = createEcho): Promise<void> {
  return startDesktop({
    dataDir: join(folder, 'data'),
    createApp,
    rendererFolder: join(folder, 'renderer'),
    preload: '/app/preload.cjs',
    log: {
      unexpected(error) {
        logged.push(String(error))
        return 'Something went wrong.'
      },
    },
  })
}

function theWindow() {
  const window = recorded.windows[0]
  if (!window) throw new Error('No window was opened.')
  return window
}

async function ask(url: string, init?: RequestInit): Promise<Response> {
  const handler = recorded.handlers.get('app')
  if (!handler) throw new Error('Nothing answers app://')
  return handler(new Request(url, init))
}

const hostileAddresses = [
  'https://app.evil/',
  'https://evenkeel/',
  'http://127.0.0.1/',
  'app://evenkeel@x/',
  'app://x@evenkeel/',
  'app://evenkeel:80/',
  'app://evenkeel.evil/',
  'app://evil/evenkeel/',
  'app:evenkeel',
  'APP://EVENKEEL2/',
  'file:///etc/passwd',
  'data:text/html,<script>alert(1)</script>',
  'javascript:alert(1)',
  'blob:https://app.evil/1',
  'about:blank',
  'not an address',
]

describe('the window', () => {
  it('is opened with every safe preference said in full', async () => {
    await start()
    expect(theWindow().options.webPreferences).toEqual({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      webviewTag: false,
      spellcheck: process.platform !== 'linux',
      devTools: true,
      preload: '/app/preload.cjs',
    })
    expect(theWindow().loaded).toEqual(['app://evenkeel/'])
    expect(recorded.isSandboxEnabled).toBe(true)
  })

  it('has no developer tools once packaged', async () => {
    resetElectron({ isPackaged: true })
    await start()
    expect(theWindow().options.webPreferences?.devTools).toBe(false)
    expect(JSON.stringify(recorded.menu)).not.toContain('toggleDevTools')
  })

  it('opens again where it was closed', async () => {
    await start()
    theWindow().options.x = 300
    theWindow().options.y = 200
    theWindow().emit('close', { preventDefault() {} })
    resetElectron()
    await start()
    expect(theWindow().options).toMatchObject({ x: 300, y: 200, width: 1366, height: 820 })
  })

  it('opens at its usual place when the screen it was on is gone', async () => {
    await start()
    theWindow().options.x = 4000
    theWindow().emit('close', { preventDefault() {} })
    resetElectron()
    await start()
    expect(theWindow().options).not.toHaveProperty('x')
  })

  it('opens at its usual place when the remembered place cannot be read', async () => {
    mkdirSync(join(folder, 'data'))
    writeFileSync(join(folder, 'data', 'window.json'), '{"bounds":{"x":"left"}}')
    await start()
    expect(theWindow().options).toMatchObject({ width: 1366, height: 820 })
  })

  it('is shown only when there is something to see', async () => {
    await start()
    expect(theWindow().shown).toBe(0)
    theWindow().emit('ready-to-show')
    expect(theWindow().shown).toBe(1)
  })
})

describe('the app scheme', () => {
  it('is a standard, secure scheme and nothing beyond', async () => {
    await start()
    expect(recorded.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
    ])
  })

  it('serves the page with the security policy of both hosts', async () => {
    await start()
    const reply = await ask('app://evenkeel/')
    expect({
      status: reply.status,
      text: await reply.text(),
      policy: reply.headers.get('content-security-policy'),
    }).toEqual({ status: 200, text: '<h1>Home</h1>', policy: contentSecurityPolicy })
  })

  it('has a policy that lets in our own files alone', () => {
    const sources = contentSecurityPolicy
      .split('; ')
      .map((directive) => directive.split(' ').slice(1).join(' '))
    expect(new Set(sources)).toEqual(new Set(["'none'", "'self'", "'self' data:", "'script'"]))
    expect(contentSecurityPolicy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
    expect(contentSecurityPolicy).toContain("require-trusted-types-for 'script'; trusted-types 'none'")
  })

  it('hands the core its requests with the body in one piece', async () => {
    await start()
    const body = Uint8Array.from({ length: 70_000 }, (_, index) => 97 + (index % 26))
    const reply = await ask('app://evenkeel/files', { method: 'POST', body })
    expect(await reply.json()).toEqual({ method: 'POST', body: new TextDecoder().decode(body) })
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it.each(['app://evil/', 'app://evenkeel@x/', 'app://x:y@evenkeel/', 'https://app.evil/'])(
    'refuses %s',
    async (url) => {
      await start()
      const handler = recorded.handlers.get('app')
      // A Request refuses user names itself; Electron hands over what was asked.
      const reply = await handler?.({ url, method: 'GET' } as Request)
      expect(reply?.status).toBe(403)
    },
  )

  it('shows a problem with the data as a page, in its own words', async () => {
    await start(async () => {
      throw Object.assign(new Error('The data <file> is newer than this Evenkeel.'), {
        name: 'DatabaseProblem',
      })
    })
    const reply = await ask('app://evenkeel/')
    expect(await reply.text()).toContain('<p>The data &lt;file&gt; is newer than this Evenkeel.</p>')
  })

  it('does not hide an error that nobody expected', async () => {
    await expect(
      start(async () => {
        throw new TypeError('a bug')
      }),
    ).rejects.toThrow('a bug')
  })
})

describe('navigation', () => {
  it.each(hostileAddresses)('knows %s is not its own', (url) => {
    expect(isOwnAddress(url)).toBe(false)
  })

  it.each(['app://evenkeel/', 'app://evenkeel/#/reviews', 'app://evenkeel/index.html?x=1'])(
    'knows %s is its own',
    (url) => {
      expect(isOwnAddress(url)).toBe(true)
    },
  )

  it.each(hostileAddresses)('stays where it is instead of going to %s', async (url) => {
    await start()
    const prevented = ['will-navigate', 'will-frame-navigate', 'will-redirect'].map((name) => {
      let isPrevented = false
      const preventDefault = () => {
        isPrevented = true
      }
      theWindow().webContents.emit(name, { url, preventDefault })
      return isPrevented
    })
    expect(prevented).toEqual([true, true, true])
  })

  it('opens no window and no webview', async () => {
    await start()
    const contents = theWindow().webContents
    let isPrevented = false
    const preventDefault = () => {
      isPrevented = true
    }
    contents.emit('will-attach-webview', { preventDefault })
    expect(isPrevented).toBe(true)
    expect(contents.openHandler?.({ url: 'app://evenkeel/' })).toEqual({ action: 'deny' })
  })
})

describe('the session', () => {
  /** What the handlers answer to a page of `address`: the request, then the check. */
  async function answers(permission: string, address: string) {
    await start()
    let answer: boolean | undefined
    type Ask = (
      contents: unknown,
      permission: string,
      answer: (isGranted: boolean) => void,
      details: { requestingUrl: string },
    ) => void
    const request = recorded.permissionRequest as Ask | null
    request?.(
      {},
      permission,
      (isGranted) => {
        answer = isGranted
      },
      { requestingUrl: address },
    )
    const check = recorded.permissionCheck as ((...asked: unknown[]) => boolean) | null
    return [answer, check?.({}, permission, address)]
  }

  it.each(['media', 'geolocation', 'notifications', 'openExternal', 'clipboard-read', 'fileSystem'] as const)(
    'denies %s',
    async (permission) => {
      expect(await answers(permission, 'app://evenkeel/')).toEqual([false, false])
      const device = recorded.deviceCheck as ((...asked: unknown[]) => boolean) | null
      expect(device?.({ deviceType: 'usb' })).toBe(false)
    },
  )

  it('lets our own pages write text to the clipboard, and nobody else', async () => {
    const permission = 'clipboard-sanitized-write'
    expect(await answers(permission, 'app://evenkeel/')).toEqual([true, true])
    for (const other of ['app://elsewhere/', 'https://example.com/', 'file:///', '']) {
      expect(await answers(permission, other)).toEqual([false, false])
    }
  })

  it.each([
    ['app://evenkeel/api/x', false],
    ['blob:app://evenkeel/1', false],
    ['https://example.com/', true],
    ['http://127.0.0.1:1/', true],
    ['file:///etc/passwd', true],
    ['ws://127.0.0.1/', true],
  ])('a request to %s is cancelled: %s', async (url, cancel) => {
    await start()
    let answer: unknown
    const before = recorded.beforeRequest as
      | ((details: unknown, answer: (reply: unknown) => void) => void)
      | null
    before?.({ url }, (reply) => {
      answer = reply
    })
    expect(answer).toEqual({ cancel })
  })

  it.each([
    ['blob:app://evenkeel/3f1c', false],
    ['app://evenkeel/files/7', false],
    ['blob:https://app.evil/3f1c', true],
    ['https://app.evil/a.exe', true],
    ['data:text/plain,x', true],
  ])('a download from %s is refused: %s', async (url, isRefused) => {
    await start()
    let isPrevented = false
    const preventDefault = () => {
      isPrevented = true
    }
    const options: unknown[] = []
    session.defaultSession.emit(
      'will-download',
      { preventDefault },
      {
        getURL: () => url,
        getFilename: () => 'review.xlsx',
        setSaveDialogOptions: (option: unknown) => options.push(option),
      },
    )
    expect(isPrevented).toBe(isRefused)
    expect(options).toEqual(isRefused ? [] : [{ defaultPath: 'review.xlsx' }])
  })
})

describe('mishaps', () => {
  const crash = { reason: 'crashed', exitCode: 5 }

  it('a page that crashed is loaded again once, then told', async () => {
    await start()
    const { webContents, loaded } = theWindow()
    webContents.emit('render-process-gone', {}, crash)
    await new Promise(setImmediate)
    webContents.emit('render-process-gone', {}, crash)
    await new Promise(setImmediate)
    expect({ reloads: webContents.reloads, loaded, logged }).toEqual({
      reloads: 1,
      loaded: ['app://evenkeel/', 'app://evenkeel/stopped'],
      logged: Array(2).fill('The page ended by itself: crashed (5)'),
    })
    expect(await (await ask('app://evenkeel/stopped')).text()).toContain('ended twice by itself')
  })

  it.each([
    ['Wait', 0, false],
    ['Load it again', 1, true],
  ] as const)('a page that hangs is asked about: %s', async (_button, chosenButton, isCrashed) => {
    resetElectron({ chosenButton })
    await start()
    theWindow().emit('unresponsive')
    await new Promise(setImmediate)
    expect(recorded.messages.map(({ message }) => message)).toEqual(['The page does not answer.'])
    expect(theWindow().webContents.isCrashed).toBe(isCrashed)
  })
})

describe('the menu', () => {
  it('sends every command, each from one place', async () => {
    await start()
    const items = recorded.menu.flatMap((menu) => (Array.isArray(menu.submenu) ? menu.submenu : []))
    for (const item of items) (item.click as (() => void) | undefined)?.()
    const sent = theWindow().webContents.sent
    expect(sent.every(([channel]) => channel === 'menu-command')).toBe(true)
    expect(sent.map(([, command]) => command).sort()).toEqual([...menuCommands].sort())
  })

  it('goes to the six places by number', async () => {
    await start()
    const go = recorded.menu.find((menu) => menu.label === '&Go')?.submenu
    expect(Array.isArray(go) && go.map(({ label, accelerator }) => [label, accelerator])).toEqual([
      ['Home', 'CmdOrCtrl+1'],
      ['Reviews', 'CmdOrCtrl+2'],
      ['Workflows', 'CmdOrCtrl+3'],
      ['Foundation', 'CmdOrCtrl+4'],
      ['Changes', 'CmdOrCtrl+5'],
      ['Reports', 'CmdOrCtrl+6'],
    ])
  })
})

describe('what a right click offers', () => {
  const flags = { canCut: true, canCopy: true, canPaste: true, canSelectAll: true } as Electron.EditFlags
  const nothing = { misspelledWord: '', dictionarySuggestions: [], selectionText: '', editFlags: flags }
  const spelling = { replace: () => {}, learn: () => {} }
  const offered = (clicked: Partial<Parameters<typeof contextItems>[0]>) =>
    contextItems({ ...nothing, isEditable: false, ...clicked }, spelling).map(
      ({ role, label, type }) => role ?? label ?? type,
    )

  it('is nothing on the page, Copy on a selection, the usual four in a field', () => {
    expect(offered({})).toEqual([])
    expect(offered({ selectionText: 'some words' })).toEqual(['copy'])
    expect(offered({ isEditable: true })).toEqual(['cut', 'copy', 'paste', 'separator', 'selectAll'])
  })

  it('is a better spelling first, where the system knows one', () => {
    const clicked = { isEditable: true, misspelledWord: 'teh', dictionarySuggestions: ['the', 'ten'] }
    expect(offered(clicked).slice(0, 4)).toEqual(['the', 'ten', 'Add to the dictionary', 'separator'])
    expect(offered({ ...clicked, dictionarySuggestions: [] })[0]).toBe('No suggestion')
  })
})

describe('the preload', () => {
  it('exposes the platform and menu commands, and hands on known commands only', async () => {
    await import('../../../electron/hosts/desktop/preload.ts')
    const bridge = recorded.exposed.evenkeel as {
      onMenuCommand: (callback: (...received: unknown[]) => void) => () => void
    }
    expect(Object.keys(bridge).sort()).toEqual([
      'dueNotices',
      'nameUndo',
      'onMenuCommand',
      'platform',
      'saveFile',
      'savePdf',
      'showSaved',
    ])
    const received: unknown[][] = []
    const stop = bridge.onMenuCommand((...values) => received.push(values))
    ipcRenderer.emit('menu-command', { sender: 'secret' }, 'undo')
    ipcRenderer.emit('menu-command', {}, 'format-disk')
    stop()
    ipcRenderer.emit('menu-command', {}, 'redo')
    expect(received).toEqual([['undo']])
  })
})

describe('saving the page as a PDF', () => {
  const own = { url: 'app://evenkeel/#/foundation', parent: null }

  async function save(name: unknown, senderFrame: unknown = own) {
    await start()
    return recorded.answers.get('save-pdf')?.({ sender: theWindow().webContents, senderFrame }, name)
  }

  it('writes it where the owner says, tagged and with an outline', async () => {
    resetElectron({ savePath: join(folder, 'chosen.pdf') })
    expect(await save('Foundation review: 4/3/2026')).toEqual({ name: 'chosen.pdf' })
    expect({
      file: readFileSync(join(folder, 'chosen.pdf'), 'utf8'),
      options: recorded.pdfOptions,
      dialogs: recorded.saveDialogs,
    }).toEqual({
      file: '%PDF',
      options: [
        {
          pageSize: 'A4',
          preferCSSPageSize: true,
          printBackground: true,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        },
      ],
      dialogs: [
        {
          defaultPath: '/home/dana/documents/Foundation review 4 3 2026.pdf',
          filters: [{ name: 'PDF', extensions: ['pdf'] }],
        },
      ],
    })
  })

  it('uses the paper of the country', async () => {
    resetElectron({ country: 'US', savePath: join(folder, 'chosen.pdf') })
    await save('Review')
    expect(recorded.pdfOptions[0]?.pageSize).toBe('Letter')
  })

  it('writes nothing when the owner cancels', async () => {
    expect(await save('Review')).toBe('cancelled')
  })

  it('says in words why it could not be written', async () => {
    resetElectron({ savePath: join(folder, 'no-such-folder', 'review.pdf') })
    expect(await save('Review')).toEqual({
      problem: 'It could not be saved. Nothing else has changed. Try again.',
    })
  })

  it.each([
    ['a foreign page', { url: 'https://app.evil/', parent: null }],
    ['a page of another host', { url: 'app://evil/', parent: null }],
    ['a frame in our page', { url: 'app://evenkeel/', parent: own }],
    ['a frame that is gone', null],
  ])('refuses %s', async (_who, senderFrame) => {
    await expect(async () => save('Review', senderFrame)).rejects.toThrow('Only the page of Evenkeel itself')
    expect({ pdfs: recorded.pdfOptions, dialogs: recorded.saveDialogs }).toEqual({ pdfs: [], dialogs: [] })
  })

  it('keeps the ending of a file the core made', () => {
    expect(fileName('../evenkeel-quality-2026-03.xlsx')).toBe('evenkeel-quality-2026-03.xlsx')
    expect(fileName('a.b c')).toBe('a.b c')
  })

  it.each([
    ['../../etc/passwd', 'etc passwd.pdf'],
    ['Pre-read 4 March 2026.pdf', 'Pre-read 4 March 2026.pdf'],
    ['a\u0000b\u202Egpj', 'a b gpj.pdf'],
    ['CON', 'Evenkeel.pdf'],
    ['   ', 'Evenkeel.pdf'],
    [17, 'Evenkeel.pdf'],
    ['x'.repeat(500), `${'x'.repeat(120)}.pdf`],
  ])('proposes a file name for %j', (proposed, name) => {
    expect(pdfName(proposed)).toBe(name)
  })
})

describe('one Evenkeel at a time', () => {
  it('a second start leaves at once and touches nothing', async () => {
    resetElectron({ hasLock: false })
    await start()
    expect({ quits: recorded.quits, windows: recorded.windows.length, isOpen }).toEqual({
      quits: 1,
      windows: 0,
      isOpen: false,
    })
  })

  it('the first comes forward', async () => {
    await start()
    app.emit('second-instance')
    expect(theWindow().focused).toBe(1)
  })

  it('cannot be steered from outside once packaged', async () => {
    resetElectron({ isPackaged: true, switches: { 'remote-debugging-port': '9222' } })
    await start()
    expect({ quits: recorded.quits, windows: recorded.windows.length }).toEqual({ quits: 1, windows: 0 })
    expect(surroundings.switches).toEqual({})
  })
})

describe('quitting', () => {
  const event = () => {
    const seen = {
      prevented: 0,
      preventDefault() {
        seen.prevented += 1
      },
    }
    return seen
  }

  it('closes the core with the window, and holds nothing up', async () => {
    await start()
    const [close, willQuit] = [event(), event()]
    theWindow().emit('close', close)
    theWindow().emit('closed')
    await expect.poll(() => isOpen).toBe(false)
    app.emit('will-quit', willQuit)
    expect([close.prevented, willQuit.prevented]).toEqual([0, 0])
  })

  it('waits for a core that is still closing, unless the system ends', async () => {
    const slow = async () => ({ ...(await createEcho()), close: () => new Promise<void>(() => {}) })
    for (const [isSystem, prevented] of [
      [false, 1],
      [true, 0],
    ] as const) {
      resetElectron()
      await start(slow)
      if (isSystem) powerMonitor.emit('shutdown')
      theWindow().emit('closed')
      const willQuit = event()
      app.emit('will-quit', willQuit)
      expect(willQuit.prevented).toBe(prevented)
    }
  })

  it.each([
    ['Quit when it is done', 0, 1],
    ['Stop it and quit', 1, 1],
    ['Do not quit', 2, 0],
  ] as const)('asks while something is at work: %s', async (_button, chosenButton, quits) => {
    resetElectron({ chosenButton })
    await start(async () => ({ ...(await createEcho()), work: { count: () => 1, ended: async () => {} } }))
    const close = event()
    theWindow().emit('close', close)
    await expect.poll(() => recorded.messages.length).toBe(1)
    await new Promise(setImmediate)
    expect({ prevented: close.prevented, quits: recorded.quits }).toEqual({ prevented: 1, quits })
  })

  it('never asks when the system ends', async () => {
    await start(async () => ({ ...(await createEcho()), work: { count: () => 1, ended: async () => {} } }))
    theWindow().emit('session-end')
    const close = event()
    theWindow().emit('close', close)
    expect([close.prevented, recorded.messages.length]).toEqual([0, 0])
  })

  it('a start in the meantime gets Evenkeel again, and touches no window that has gone', async () => {
    await start()
    theWindow().emit('closed')
    theWindow().isGone = true
    app.emit('second-instance')
    expect({ relaunches: recorded.relaunches, focused: theWindow().focused }).toEqual({
      relaunches: 1,
      focused: 0,
    })
  })

  it('keeps Chromium’s own files in the data folder', async () => {
    await start()
    expect(recorded.paths).toEqual({ userData: join(folder, 'data', 'chromium') })
    theWindow().emit('close', { preventDefault() {} })
    expect(JSON.parse(readFileSync(join(folder, 'data', 'window.json'), 'utf8'))).toEqual({
      bounds: { x: 10, y: 20, width: 1366, height: 820 },
      isMaximized: false,
    })
  })
})
