const synced: readonly [RegExp, string][] = [
  [/onedrive/i, 'OneDrive'],
  [/dropbox/i, 'Dropbox'],
  [/google ?drive|googledrive|my drive/i, 'Google Drive'],
  [/icloud|mobile documents|com~apple~clouddocs/i, 'iCloud'],
  [/(^|[\\/])box( sync)?([\\/]|$)/i, 'Box'],
  [/nextcloud|owncloud/i, 'Nextcloud'],
]

/** Why the data folder is in a dangerous place, and that it is better at `usual`; null where it is not known to be. */
export function folderDanger(path: string, usual: string): string | null {
  const network = /^(\\\\|\/\/)[^\\/]/.test(path)
  const [, service] = synced.find(([pattern]) => pattern.test(path)) ?? []
  if (!network && service === undefined) return null
  const place = network ? 'on a network drive' : `in a folder that ${service} copies while you work`
  const danger = network
    ? 'A connection that breaks can damage your data'
    : 'It can mix two states of your data or bring an older one back'
  return `Your data folder is ${place}. ${danger}. Close Evenkeel, move the folder to ${usual} and start it there; choose the place where it is now for second copies instead.`
}
