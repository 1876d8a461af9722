import { join } from 'node:path'

/** Where a company and everything that keeps it safe lies. */
export type Places = {
  /** The database itself. */
  file: string
  backups: string
  /** Backups brought from another computer. */
  broughtIn: string
  /** A copy of what could still be read of a damaged file. */
  readable: string
  /** A copy on its way into the place of the present. */
  restoring: string
}

export function placesOf(dataDir: string, which: 'own' | 'sample'): Places {
  const isOwn = which === 'own'
  return {
    file: join(dataDir, isOwn ? 'evenkeel.db' : 'sample.db'),
    backups: join(dataDir, isOwn ? 'backups' : 'sample-backups'),
    broughtIn: join(dataDir, 'brought-in'),
    readable: join(dataDir, 'readable'),
    restoring: join(dataDir, 'restoring'),
  }
}
