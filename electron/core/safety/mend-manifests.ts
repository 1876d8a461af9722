import { basename } from 'node:path'
import { seqOf, withoutManifest, writeManifest, writtenAt } from '../db/backups/backup-list.ts'
import { verifyAgain } from '../db/backups/verify-backup.ts'

/**
 * Writes a manifest for each backup in the folder that lost its own, once its file was read whole and found sound:
 * without one it is not listed. What is not sound is left as it is.
 */
export async function mendManifests(folder: string): Promise<void> {
  for (const path of withoutManifest(folder)) {
    try {
      const found = await verifyAgain(path)
      const at = found.contents.lastAt ?? writtenAt(path)
      writeManifest(path, {
        app: 'evenkeel',
        seq: seqOf(basename(path)),
        at,
        reason: 'found again',
        ...found,
      })
    } catch {
      // Damaged, not ours, or in a folder that cannot be written to.
    }
  }
}
