import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTestApp, type TestApp } from './test-app.ts'

let built: Promise<Buffer> | undefined

/** Puts the sample company of the day on which tests begin where the app looks for it: it is built once for all. */
export async function placeSample({ dataDir }: TestApp): Promise<void> {
  built ??= build()
  writeFileSync(join(dataDir, 'sample.db'), await built)
}

async function build(): Promise<Buffer> {
  await using app = await createTestApp()
  await app.client.company.openSample()
  await app.close()
  return readFileSync(join(app.dataDir, 'sample.db'))
}
