import { join } from 'node:path'
import { app, dialog, shell } from 'electron'
import { providers } from '../../core/ai/providers.ts'
import { createApp } from '../../core/app.ts'
import { systemClock } from '../../core/clock.ts'
import { defaultDataDir } from '../../core/data-dir.ts'
import { takeEnvironmentKey } from '../../core/key-store.ts'
import { createLog } from '../../core/log.ts'
import { projectRoot } from '../project-root.ts'
import { startDesktop } from './desktop.ts'
import { openKeychain } from './keychain.ts'
import { runSelfCheck } from './self-check.ts'

const out = join(projectRoot(import.meta.dirname), 'out')
const dataDir = app.commandLine.getSwitchValue('data-dir') || defaultDataDir(process.platform, process.env)

// The keychain is where the key is here; what the environment says is not followed.
for (const provider of providers) takeEnvironmentKey(process.env, provider)

const run = () =>
  startDesktop({
    dataDir,
    log: createLog(dataDir, systemClock()),
    createApp: (folder) =>
      createApp({
        dataDir: folder,
        clock: systemClock(),
        keys: ({ key }) => openKeychain(folder, key.file),
        documents: app.getPath('documents'),
        openFolder: async (path) => void (await shell.openPath(path)),
      }),
    rendererFolder: join(out, 'renderer'),
    preload: join(out, 'main', 'preload.cjs'),
  })

const isSelfCheck = app.commandLine.hasSwitch('self-check')
;(isSelfCheck ? runSelfCheck(dataDir) : run()).catch((error: unknown) => {
  dialog.showErrorBox('Evenkeel could not start', error instanceof Error ? error.message : String(error))
  app.exit(1)
})
