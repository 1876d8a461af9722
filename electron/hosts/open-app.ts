import { mkdirSync } from 'node:fs'
import type { AppDoor } from './app-door.ts'

/** Opens the core on a data folder; rejects with a DatabaseProblem in plain words. */
export type CreateApp = (dataDir: string) => Promise<AppDoor>

/** The core, or the sentence for the owner that says why it cannot open. Anything unexpected is thrown. */
export async function openApp(dataDir: string, createApp: CreateApp): Promise<AppDoor | { problem: string }> {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  } catch {
    return {
      problem: `Evenkeel cannot make its data folder at ${dataDir}. Nothing was changed. Choose another folder with --data-dir, or allow yourself to write there.`,
    }
  }
  try {
    return await createApp(dataDir)
  } catch (error) {
    if (error instanceof Error && error.name === 'DatabaseProblem') return { problem: error.message }
    throw error
  }
}
