type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  bin: 'Bin',
  whatTheBinIs: (days: Shown) =>
    `What you delete waits here for ${days} days and can be put back whole. After that Evenkeel lets go of it; your backups still hold it.`,
  nothingIsInTheBin: 'Nothing is in the Bin',
  what: 'What',
  deleted: 'Deleted',
  canBeGoneFrom: 'Kept until',
  whatYouCanDo: 'What you can do',
  newestFirst: (entries: Shown) => `${entries}, newest first`,
  putBack: 'Put back',
  putBackNamed: (name: string) => `Put back ${name}`,
  isBack: (name: string) => `${name} is back in its place.`,
  owner: 'The owner',
  emptyTheBin: 'Empty the Bin…',
  emptyItNow: 'Empty the Bin now?',
  aBackupIsMade: (count: Shown) =>
    `${count} will be deleted for good. A backup that still holds this is made first.`,
  emptyIt: 'Empty it',
}
