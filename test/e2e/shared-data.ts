import { existsSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '..', '..', '..', 'shared', 'data')

/** A real file from beside the checkout; null where it is not there. */
export function sharedFile(name: string): string | null {
  const path = join(folder, name)
  return existsSync(path) ? path : null
}
