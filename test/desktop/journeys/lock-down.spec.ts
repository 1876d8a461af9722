import { contentSecurityPolicy } from '../../../electron/hosts/headers.ts'
import { expect, test } from '../fixtures.ts'

test('the page has nothing but the bridge, in a sandbox, under the policy of both hosts', async ({
  desktop,
}) => {
  const { app, page } = await desktop.start()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const inPage = await page.evaluate(async () => ({
    bridge: Object.keys((window as unknown as { evenkeel: object }).evenkeel).sort(),
    node: ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in window),
    policy: (await fetch('/')).headers.get('content-security-policy'),
    statuses: await Promise.all(
      [
        fetch('/%2e%2e/%2e%2e/package.json'),
        fetch('/..%2f..%2fpackage.json'),
        fetch('/', { method: 'POST' }),
        fetch('/files/no-such-file'),
      ].map(async (reply) => (await reply).status),
    ),
  }))
  expect(inPage).toEqual({
    bridge: ['dueNotices', 'nameUndo', 'onMenuCommand', 'platform', 'saveFile', 'savePdf', 'showSaved'],
    node: [],
    policy: contentSecurityPolicy,
    statuses: [404, 404, 405, 404],
  })
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences: () => Electron.WebPreferences
    }
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } =
      contents.getLastWebPreferences()
    return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag }
  })
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  })
})

test('the page asks nothing outside, opens nothing and runs no text', async ({ desktop }) => {
  const { app, page, wrongs } = await desktop.start()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const refusals = await page.evaluate(async () => {
    const refused = (attempt: () => unknown) => {
      try {
        return attempt()
      } catch (error) {
        return (error as Error).name
      }
    }
    const geolocation = new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('told'),
        (error) => resolve(`denied ${error.code}`),
      ),
    )
    return {
      opened: window.open('https://example.com/'),
      script: refused(() => {
        document.createElement('script').text = 'canary()'
      }),
      markup: refused(() => {
        document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=canary()>')
      }),
      notifications: await Notification.requestPermission(),
      geolocation: await geolocation,
      clipboard: (await navigator.permissions.query({ name: 'clipboard-write' as PermissionName })).state,
      microphone: (await navigator.permissions.query({ name: 'microphone' as PermissionName })).state,
      abroad: await fetch('https://example.com/').catch((error: Error) => error.name),
      nearby: await fetch('http://127.0.0.1:1/').catch((error: Error) => error.name),
      file: await fetch('file:///etc/passwd').catch((error: Error) => error.name),
    }
  })
  expect(refusals).toEqual({
    opened: null,
    script: 'TypeError',
    markup: 'TypeError',
    notifications: 'denied',
    geolocation: 'denied 1',
    clipboard: 'granted',
    microphone: 'denied',
    abroad: 'TypeError',
    nearby: 'TypeError',
    file: 'TypeError',
  })
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  // What the page's own policy does not stop, the session does.
  const asked = await app.evaluate(({ session }) =>
    session.defaultSession.fetch('http://127.0.0.1:1/').catch((error: Error) => error.message),
  )
  expect(asked).toContain('ERR_BLOCKED_BY_CLIENT')
  // Asked of the window: a driver waits for ever for a page that is not let go.
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    contents?.once('will-frame-navigate', ({ defaultPrevented }) =>
      Object.assign(globalThis, { defaultPrevented }),
    )
  })
  await page.evaluate(() => {
    location.href = 'https://example.com/'
  })
  const isPrevented = () =>
    app.evaluate(() => (globalThis as { defaultPrevented?: boolean }).defaultPrevented)
  await expect.poll(isPrevented).toBe(true)
  // That the policy was run into is what this journey is about.
  wrongs.length = 0
})
