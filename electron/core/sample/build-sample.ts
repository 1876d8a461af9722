import { renameSync, rmSync } from 'node:fs'
import { openCompany, type Surroundings } from '../open-company.ts'

/** Builds the sample company beside `path` and puts it there only when it is whole. */
export async function buildSample(path: string, around: Surroundings): Promise<void> {
  const unfinished = `${path}.building`
  rmSync(unfinished, { force: true })
  const opened = await openCompany(unfinished, { ...around, durability: 'off' })
  opened.company.create({ name: 'Sample company', ownerName: 'Dana' })
  opened.close()
  renameSync(unfinished, path)
}
