import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'

type Handler = Parameters<Electron.Protocol['handle']>[1]
type PermissionRequest = Parameters<Electron.Session['setPermissionRequestHandler']>[0]
type PermissionCheck = Parameters<Electron.Session['setPermissionCheckHandler']>[0]
type DeviceCheck = Parameters<Electron.Session['setDevicePermissionHandler']>[0]
type BeforeRequest = Parameters<Electron.WebRequest['onBeforeRequest']>[0]

/** What the desktop host did to Electron, in the order of tests' interest. */
type Recorded = {
  schemes: Electron.CustomScheme[]
  handlers: Map<string, Handler>
  windows: WindowDouble[]
  menu: Electron.MenuItemConstructorOptions[]
  paths: Record<string, string>
  exposed: Record<string, unknown>
  isSandboxEnabled: boolean
  quits: number
  permissionRequest: PermissionRequest
  permissionCheck: PermissionCheck
  deviceCheck: DeviceCheck
  beforeRequest: BeforeRequest
  answers: Map<string, (event: unknown, ...sent: unknown[]) => unknown>
  pdfOptions: Electron.PrintToPDFOptions[]
  saveDialogs: Electron.SaveDialogOptions[]
  messages: Electron.MessageBoxOptions[]
  shownInFolder: string[]
  about: Electron.AboutPanelOptionsOptions
  aboutShown: number
  relaunches: number
  dictionaryAddress: string
  notifications: NotificationDouble[]
}

/** What the tests set up before the desktop host starts. */
type Surroundings = {
  isPackaged: boolean
  hasLock: boolean
  switches: Record<string, string>
  workAreas: Electron.Rectangle[]
  country: string
  /** What the owner chooses in the save dialog; empty is Cancel. */
  savePath: string
  /** Which button of a question is pressed. */
  chosenButton: number
  keychain: Keychain
}

/** `secret` is what this keychain seals with: another one opens nothing. */
export type Keychain = {
  backend: ReturnType<Electron.SafeStorage['getSelectedStorageBackend']>
  isAvailable: boolean
  secret: string
  failure: 'seals nothing' | 'never answers' | null
  shouldReEncrypt: boolean
}

function nothingRecorded(): Recorded {
  return {
    schemes: [],
    handlers: new Map(),
    windows: [],
    menu: [],
    paths: {},
    exposed: {},
    isSandboxEnabled: false,
    quits: 0,
    permissionRequest: null,
    permissionCheck: null,
    deviceCheck: null,
    beforeRequest: null,
    answers: new Map(),
    pdfOptions: [],
    saveDialogs: [],
    messages: [],
    shownInFolder: [],
    about: {},
    aboutShown: 0,
    notifications: [],
    relaunches: 0,
    dictionaryAddress: '',
  }
}

function usualSurroundings(): Surroundings {
  return {
    isPackaged: false,
    hasLock: true,
    switches: {},
    workAreas: [{ x: 0, y: 0, width: 1920, height: 1040 }],
    country: 'GB',
    savePath: '',
    chosenButton: 0,
    keychain: {
      backend: 'gnome_libsecret',
      isAvailable: true,
      secret: 'first',
      failure: null,
      shouldReEncrypt: false,
    },
  }
}

export let recorded = nothingRecorded()
export let surroundings = usualSurroundings()

/** Forgets everything, for the next test. */
export function resetElectron(changes: Partial<Surroundings> = {}): void {
  recorded = nothingRecorded()
  surroundings = { ...usualSurroundings(), ...changes }
  app.removeAllListeners()
  ipcRenderer.removeAllListeners()
  session.defaultSession.removeAllListeners()
  powerMonitor.removeAllListeners()
}

/** The page of a window: takes listeners, remembers what was sent to it. */
class ContentsDouble extends EventEmitter {
  sent: unknown[][] = []
  openHandler: ((details: { url: string }) => { action: string }) | undefined
  send(...message: unknown[]) {
    this.sent.push(message)
  }
  async printToPDF(options: Electron.PrintToPDFOptions) {
    recorded.pdfOptions.push(options)
    return Buffer.from('%PDF')
  }
  reloads = 0
  isCrashed = false
  session = session.defaultSession
  reload() {
    this.reloads += 1
  }
  forcefullyCrashRenderer() {
    this.isCrashed = true
  }
  replaceMisspelling() {}
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }) {
    this.openHandler = handler
  }
}

class WindowDouble extends EventEmitter {
  static fromWebContents(contents: unknown) {
    return recorded.windows.find(({ webContents }) => webContents === contents) ?? null
  }
  readonly webContents = new ContentsDouble()
  readonly options: Electron.BrowserWindowConstructorOptions
  loaded: string[] = []
  shown = 0
  focused = 0
  isMax = false
  isGone = false

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super()
    this.options = options
    recorded.windows.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  async loadURL(url: string) {
    this.loaded.push(url)
  }
  show() {
    this.shown += 1
  }
  focus() {
    this.focused += 1
  }
  isDestroyed() {
    return this.isGone
  }
  isMinimized() {
    return false
  }
  restore() {}
  maximize() {
    this.isMax = true
  }
  isMaximized() {
    return this.isMax
  }
  getNormalBounds(): Electron.Rectangle {
    const { x = 10, y = 20, width = 0, height = 0 } = this.options
    return { x, y, width, height }
  }
}

export { WindowDouble as BrowserWindow }

class NotificationDouble extends EventEmitter {
  static isSupported = () => true
  readonly body: string
  constructor({ body = '' }: Electron.NotificationConstructorOptions) {
    super()
    this.body = body
  }
  show() {
    recorded.notifications.push(this)
  }
}

export { NotificationDouble as Notification }

export const app = Object.assign(new EventEmitter(), {
  commandLine: {
    hasSwitch: (name: string) => name in surroundings.switches,
    removeSwitch: (name: string) => void delete surroundings.switches[name],
    getSwitchValue: (name: string) => surroundings.switches[name] ?? '',
  },
  enableSandbox() {
    recorded.isSandboxEnabled = true
  },
  setAboutPanelOptions(options: Electron.AboutPanelOptionsOptions) {
    recorded.about = options
  },
  showAboutPanel() {
    recorded.aboutShown += 1
  },
  relaunch() {
    recorded.relaunches += 1
  },
  isReady: () => true,
  setPath(name: string, path: string) {
    recorded.paths[name] = path
  },
  getPath: (name: string) => `/home/dana/${name}`,
  getLocale: () => 'en-GB',
  getLocaleCountryCode: () => surroundings.country,
  requestSingleInstanceLock: () => surroundings.hasLock,
  whenReady: async () => {},
  quit() {
    recorded.quits += 1
  },
  exit() {},
})
Object.defineProperty(app, 'isPackaged', { get: () => surroundings.isPackaged })

export const protocol: Pick<Electron.Protocol, 'handle' | 'registerSchemesAsPrivileged'> = {
  registerSchemesAsPrivileged(schemes) {
    recorded.schemes = schemes
  },
  handle(scheme, handler) {
    recorded.handlers.set(scheme, handler)
  },
}

export const session = {
  defaultSession: Object.assign(new EventEmitter(), {
    setPermissionRequestHandler(handler: PermissionRequest) {
      recorded.permissionRequest = handler
    },
    setPermissionCheckHandler(handler: PermissionCheck) {
      recorded.permissionCheck = handler
    },
    setSpellCheckerDictionaryDownloadURL(address: string) {
      recorded.dictionaryAddress = address
    },
    async addWordToSpellCheckerDictionary() {
      return true
    },
    setDevicePermissionHandler(handler: DeviceCheck) {
      recorded.deviceCheck = handler
    },
    webRequest: {
      onBeforeRequest(handler: BeforeRequest) {
        recorded.beforeRequest = handler
      },
    },
  }),
}

export const screen = {
  getAllDisplays: () => surroundings.workAreas.map((workArea) => ({ workArea })),
}

export const nativeTheme = { shouldUseDarkColors: false }

export const Menu = {
  buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => template,
  setApplicationMenu(template: Electron.MenuItemConstructorOptions[]) {
    recorded.menu = template
  },
}

export const dialog = {
  showErrorBox(title: string, content: string) {
    console.error(title, content)
  },
  async showMessageBox(...sent: unknown[]) {
    recorded.messages.push(sent.at(-1) as Electron.MessageBoxOptions)
    return { response: surroundings.chosenButton, checkboxChecked: false }
  },
  async showSaveDialog(_window: unknown, options: Electron.SaveDialogOptions) {
    recorded.saveDialogs.push(options)
    return { canceled: surroundings.savePath === '', filePath: surroundings.savePath }
  },
}

const seal = (text: string) => Buffer.from(text).toString('base64')

export const safeStorage: Pick<
  Electron.SafeStorage,
  'isAsyncEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptStringAsync' | 'decryptStringAsync'
> = {
  isAsyncEncryptionAvailable: async () => surroundings.keychain.isAvailable,
  getSelectedStorageBackend: () => surroundings.keychain.backend,
  async encryptStringAsync(plain) {
    const { secret, failure } = surroundings.keychain
    if (failure === 'seals nothing') throw new Error(`Could not encrypt ${plain}`)
    return Buffer.from(`${secret} ${seal(plain)}`)
  },
  async decryptStringAsync(sealed) {
    const { secret, failure, shouldReEncrypt } = surroundings.keychain
    if (failure === 'never answers') return new Promise(() => {})
    const [sealedWith, text = ''] = sealed.toString().split(' ')
    if (sealedWith !== secret && !shouldReEncrypt) throw new Error('Could not decrypt')
    return { result: Buffer.from(text, 'base64').toString(), shouldReEncrypt }
  },
}

export const ipcMain = {
  handle(channel: string, answer: (event: unknown, ...sent: unknown[]) => unknown) {
    recorded.answers.set(channel, answer)
  },
}

export const powerMonitor = new EventEmitter()

export const shell = {
  showItemInFolder(path: string) {
    recorded.shownInFolder.push(path)
  },
  openPath: async () => '',
}

export const ipcRenderer = Object.assign(new EventEmitter(), {
  invoke: async (channel: string, ...sent: unknown[]) => recorded.answers.get(channel)?.({}, ...sent),
})

export const contextBridge = {
  exposeInMainWorld(name: string, value: unknown) {
    recorded.exposed[name] = value
  },
}
