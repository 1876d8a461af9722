/** A fault to plant in the built host, and the journey that must see it. `in` says where, when it is not the app's code. */
export type HostMutant = {
  name: string
  find: string
  replace: string
  journey: string
  in?: 'archive' | 'fuses'
}

const fences = 'the page asks nothing outside'
const page = 'the page has nothing but the bridge'
const menu = 'every item of the menu leads'
const crash = 'a page that crashes comes back'
const shipped = 'the packaged program: fuses as shipped'

/** As the built code has it: `npm run build` writes it without shortening anything. */
export const hostMutants: readonly HostMutant[] = [
  {
    name: 'every permission that is asked for is given',
    find: 'answer(permission === writesClipboard && isOwnAddress(requestingUrl))',
    replace: 'answer(true)',
    journey: fences,
  },
  {
    name: 'the check of permissions refuses the clipboard too',
    find: 'requestingOrigin) => permission === writesClipboard && isOwnAddress(requestingOrigin)',
    replace: 'requestingOrigin) => false',
    journey: fences,
  },
  {
    name: 'the policy lets scripts in the page run',
    find: `"script-src 'self'"`,
    replace: `"script-src 'self' 'unsafe-inline'"`,
    journey: page,
  },
  {
    name: 'the policy lets texts become markup',
    find: `"require-trusted-types-for 'script'"`,
    replace: '"block-all-mixed-content"',
    journey: fences,
  },
  {
    name: 'no isolation between the preload and the page',
    find: 'contextIsolation: true',
    replace: 'contextIsolation: false',
    journey: page,
  },
  { name: 'web views', find: 'webviewTag: false', replace: 'webviewTag: true', journey: page },
  { name: 'no same-origin rule', find: 'webSecurity: true', replace: 'webSecurity: false', journey: page },
  { name: 'windows may be opened', find: 'action: "deny"', replace: 'action: "allow"', journey: fences },
  {
    name: 'the session lets every request through',
    find: 'cancel: !ownSchemes.some((scheme) => url.startsWith(scheme))',
    replace: 'cancel: false',
    journey: fences,
  },
  {
    name: 'the page may go anywhere',
    find: 'contents.on("will-frame-navigate", (event) => {\n\t\tif (!isOwnAddress(event.url)) event.preventDefault();',
    replace: 'contents.on("will-frame-navigate", (event) => {',
    journey: fences,
  },
  {
    name: 'the scheme is not one that pages live on',
    find: 'standard: true',
    replace: 'standard: false',
    journey: 'an error that nothing caught',
  },
  {
    name: 'the preload hands out every channel',
    find: 'exposeInMainWorld("evenkeel", bridge)',
    replace: 'exposeInMainWorld("evenkeel", { ...bridge, ask: electron.ipcRenderer.invoke })',
    journey: page,
  },
  {
    name: 'keys of the menu on Alt',
    find: 'keys.replace("Mod", "CmdOrCtrl")',
    replace: 'keys.replace("Mod", "Alt")',
    journey: 'every accelerator works',
  },
  {
    name: 'items of the menu do nothing',
    find: 'click: () => send(command)',
    replace: 'click: () => {}',
    journey: menu,
  },
  {
    name: 'Undo in the menu has no name',
    find: 'command === "undo" && undoLabel !== null',
    replace: 'false',
    journey: 'Undo in the menu names',
  },
  {
    name: 'a page that crashed stays away',
    find: 'else webContents.reload();',
    replace: '',
    journey: crash,
  },
  {
    name: 'a page that crashes is loaded for ever',
    find: 'if (isAgain) window.loadURL(stoppedAddress);\n\t\t\telse',
    replace: '',
    journey: crash,
  },
  {
    name: 'errors that nothing caught are not told',
    find: 'process.on("unhandledRejection", tell);',
    replace: 'process.on("unhandledRejection", () => {});',
    journey: 'an error that nothing caught',
  },
  {
    name: 'two Evenkeels at a time',
    find: 'refusesRemoteDebugging() || !app.requestSingleInstanceLock()',
    replace: 'refusesRemoteDebugging()',
    journey: 'a second start leaves at once',
  },
  {
    name: 'the first does not come forward',
    find: 'window.show();\n\t\twindow.focus();\n\t});\n}',
    replace: '});\n}',
    journey: 'a second start leaves at once',
  },
  {
    name: 'quitting never asks',
    find: 'if (mayClose || !work || work.count() === 0) return;',
    replace: 'return;',
    journey: 'quitting while something runs',
  },
  {
    name: 'the end of the system is answered with a question',
    find: 'powerMonitor.on("shutdown", endNow);',
    replace: '',
    journey: 'a sleep changes nothing',
  },
  {
    name: 'the place of the window is not kept',
    find: 'window.on("close", () => writeWindowState(',
    replace: 'window.on("never", () => writeWindowState(',
    journey: 'a window stands where it was',
  },
  {
    name: 'a PDF without tags',
    find: 'generateTaggedPDF: true',
    replace: 'generateTaggedPDF: false',
    journey: 'a page is saved as a tagged PDF',
  },
  {
    name: 'a notification leads to the list',
    find: 'pathTo(due)',
    replace: '"/reviews"',
    journey: 'a notification leads to the review',
  },
  {
    name: 'developer tools in the packaged app',
    find: 'devTools: !isPackaged,',
    replace: 'devTools: true,',
    journey: 'the packaged app opens the sample company',
    in: 'archive',
  },
  {
    name: 'the packaged app can be steered',
    find: 'refusesRemoteDebugging() || ',
    replace: '',
    journey: 'a packaged program that is to be steered',
    in: 'archive',
  },
  ...(
    [
      ['RunAsNode', 'on'],
      ['EnableNodeCliInspectArguments', 'on'],
      ['OnlyLoadAppFromAsar', 'off'],
    ] as const
  ).map(([fuse, state]) => ({
    name: `the fuse ${fuse} is ${state}`,
    find: '',
    replace: `${fuse}=${state}`,
    journey: shipped,
    in: 'fuses' as const,
  })),
]
