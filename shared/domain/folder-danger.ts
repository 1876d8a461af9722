const synced: readonly [RegExp, string][] = [
  [/onedrive/i, 'OneDrive'],
  [/dropbox/i, 'Dropbox'],
  [/google ?drive|googledrive|my drive/i, 'Google Drive'],
  [/icloud|mobile documents|com~apple~clouddocs/i, 'iCloud'],
  [/(^|[\\/])box( sync)?([\\/]|$)/i, 'Box'],
  [/nextcloud|owncloud/i, 'Nextcloud'],
]

/** Why the data folder is in a dangerous place; null where it is not known to be. */
export function folderDanger(path: string): string | null {
  const network = /^(\\\\|\/\/)[^\\/]/.test(path)
  const [, service] = synced.find(([pattern]) => pattern.test(path)) ?? []
  if (!network && service === undefined) return null
  const place = network ? 'on a network drive' : `in a folder that ${service} copies while you work`
  const danger = network
    ? 'A connection that breaks can damage your data'
    : 'It can mix two states of your data or bring an older one back'
  return `Your data folder is ${place}. ${danger}. Keep the data on this computer and choose that folder for second copies instead.`
}
