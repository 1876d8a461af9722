import { chmodSync, type Dirent, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** What Evenkeel makes in its data folder; a folder that was chosen may hold other things beside it. */
const ours =
  /^((evenkeel|sample)\.db.*|(sample-)?backups(-\d)?|brought-in|readable|restoring|put-aside|damaged|unclean-exit|logs|tmp|[a-z-]+\.json)$/

/** Nobody else on this computer may read the data folder and what is in it, also where it was made otherwise. */
export function keepPrivate(dataDir: string): void {
  if (process.platform === 'win32') return
  attempt(() => chmodSync(dataDir, 0o700))
  for (const entry of entriesOf(dataDir)) if (ours.test(entry.name)) tighten(dataDir, entry)
}

function tighten(folder: string, entry: Dirent): void {
  const path = join(folder, entry.name)
  if (entry.isDirectory()) {
    attempt(() => chmodSync(path, 0o700))
    for (const inside of entriesOf(path)) tighten(path, inside)
  } else if (entry.isFile()) attempt(() => chmodSync(path, 0o600))
}

const entriesOf = (folder: string) => attempt(() => readdirSync(folder, { withFileTypes: true })) ?? []

/** What is not ours to change stays as it is: it must not keep the owner out. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
