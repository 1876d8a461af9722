import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fusesAmiss, programWithFuses } from '../../../electron/hosts/desktop/fuses.ts'
import { monthPeriod } from '../../../shared/domain/report/period.ts'
import { askFromPage, coreClientVia } from '../../e2e/core-client.ts'
import type { BareApp } from '../bare.ts'
import { expect, test } from '../fixtures.ts'
import type { Packaged } from '../package-app.ts'
import type { Runtime } from '../runtime.ts'

const packaged = JSON.parse(process.env.EVENKEEL_DESKTOP_PACKAGED ?? '{}') as Packaged & Pick<Runtime, 'kind'>
const { program, kind, command, driven } = packaged

/** The stand-in is older than the ninth. */
const absent = kind === 'own' ? [] : ['WasmTrapHandlers']

test.describe('as it is shipped', () => {
  test.use({ command })

  test('the packaged program: fuses as shipped, no Node, no debugger, nothing but its archive', async ({
    desktop,
  }) => {
    const check = (flags: readonly string[] = [], env = {}) =>
      desktop.startAgain(['--self-check', ...flags], env)
    expect(fusesAmiss(readFileSync(programWithFuses(program, process.platform)))).toEqual(absent)
    const plain = check()
    expect(plain.said).toMatch(/^OK +Sandbox: pages run inside it\./m)
    expect(plain.said).toContain(
      absent.length === 0 ? 'OK    Fuses: all as shipped.' : `LOOK  Fuses: not as shipped: ${absent}.`,
    )

    // As Node it would know no such switch; with a debugger it would say where that listens.
    const report = plain.said.slice(0, plain.said.indexOf('\n'))
    const asNode = check([], { ELECTRON_RUN_AS_NODE: '1' })
    const inspected = check(['--inspect=0'])
    const asked = check([], { NODE_OPTIONS: '--inspect=0' })
    for (const { said, warned } of [asNode, inspected, asked]) {
      expect(said).toContain(report)
      expect(warned).not.toContain('Debugger listening')
    }

    // Beside its archive, another app.
    const other = join(dirname(program), 'resources/app')
    mkdirSync(other)
    writeFileSync(join(other, 'package.json'), '{"main":"main.js"}')
    writeFileSync(join(other, 'main.js'), "console.log('another app'); process.exit(42)")
    const beside = check()
    rmSync(other, { recursive: true })
    expect(beside.said).toBe(plain.said.replace(/in [\d.]+ ms/, beside.said.match(/in [\d.]+ ms/)?.[0] ?? ''))
  })

  test('a packaged program that is to be steered from outside leaves at once', async ({ desktop }) => {
    for (const flag of ['--remote-debugging-port=0', '--remote-debugging-pipe']) {
      const { status, warned } = desktop.startAgain([flag])
      expect({ flag, status }).toEqual({ flag, status: 0 })
      expect(warned).not.toContain('DevTools listening')
    }
  })
})

test.describe('with its debugger let in', () => {
  test.use({ command: driven })

  test('the packaged app opens the sample company, exports, imports and backs up out of its archive', async ({
    desktop,
  }) => {
    desktop.placeSample()
    const app = await desktop.startBare()
    const host = await app.run<{ path: string; isPackaged: boolean; files: string[] }>(`({
      path: electron.app.getAppPath(),
      isPackaged: electron.app.isPackaged,
      files: process.getBuiltinModule('fs').readdirSync(electron.app.getAppPath(), { recursive: true }),
    })`)
    expect(host).toMatchObject({ isPackaged: true, path: expect.stringMatching(/app\.asar$/) })
    expect(host.files).toContain(join('out', 'main', 'import-worker.js'))
    expect(host.files.filter((path) => needless.test(path))).toEqual([])

    await openSample(app)
    await app.run('electron.BrowserWindow.getAllWindows()[0].webContents.openDevTools()')
    expect(await app.run('electron.BrowserWindow.getAllWindows()[0].webContents.isDevToolsOpened()')).toBe(
      false,
    )

    const core = coreClientVia((asked) => inPage(app, askFromPage, asked))
    const [current, last] = await core.reviews.sessions()
    const month = current?.month ?? ''
    const fileId = await inPage(app, upload, 'answers.csv')
    const target = { workflowId: 2, fileIds: [fileId] }
    const { guess, dateOrder } = await core.imports.preview(target)
    const choice = { mapping: guess, dateOrder, undatedMonth: month, onlyMonth: null }
    const ended = async ({ jobId }: { jobId: string }) => {
      await expect.poll(async () => (await core.jobs.get({ id: jobId })).state).toBe('done')
      return core.jobs.get({ id: jobId })
    }
    await ended(await core.imports.start({ ...target, ...choice }))
    expect((await core.imports.list({ workflowId: 2 }))[0]).toMatchObject({ keptCount: 200 })

    const made = await ended(
      await core.exports.workbook({ ...monthPeriod(last?.month ?? month), withTexts: true }),
    )
    expect(await inPage(app, firstBytes, `/files/${made.fileId}`)).toBe('PK')
    const { lastBackupAt } = await core.company.get()
    await core.company.backUp()
    expect((await core.company.get()).lastBackupAt).not.toBe(lastBackupAt)
  })
})

/** What only a browser or a person who works on a package reads; types, maps and other systems' binaries. */
const needless =
  /\.(map|ts|tsbuildinfo|cc|cpp|h|gyp)$|README\.|CHANGELOG|[\\/](tests?|esm|wg-meetings|umd)[\\/]|prebuilds[\\/](?!linux-x64|win32-x64|darwin)/i

function inPage<Asked, Value>(
  app: BareApp,
  act: (asked: Asked) => Promise<Value>,
  asked: Asked,
): Promise<Value> {
  return app.runInPage(`(${act})(${JSON.stringify(asked)})`, 60_000)
}

async function openSample(app: BareApp): Promise<void> {
  const page = () => app.runInPage<string>('document.body.innerText')
  await expect.poll(page).toContain('Look around the sample company')
  await app.runInPage(
    `[...document.querySelectorAll('button')].find((button) => button.innerText.includes('Look around')).click()`,
  )
  await expect.poll(page).toMatch(/Good (morning|afternoon|evening)|Dana/)
}

/** 200 outputs as a file; its id. */
async function upload(name: string): Promise<string> {
  const lines = Array.from({ length: 200 }, (_, row) => `packaged ${row},Answer ${row} of the packaged app`)
  const body = new TextEncoder().encode(`id,output\n${lines.join('\n')}\n`)
  const reply = await fetch(`/files?name=${name}`, { method: 'POST', body })
  return ((await reply.json()) as { fileId: string }).fileId
}

async function firstBytes(path: string): Promise<string> {
  const bytes = await (await fetch(path)).arrayBuffer()
  return new TextDecoder().decode(bytes.slice(0, 2))
}
