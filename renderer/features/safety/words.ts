type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  newestCheckedBackup: 'Your newest checked backup',
  whatCanStillBeRead: 'What can still be read of your file',
  secondCopyOfABackup: 'Second copy of a backup',
  broughtFromElsewhere: 'A backup you brought here',
  putAside: 'What was put aside',
  checkedBackup: 'A checked backup',
  holds: 'Holds',
  notInIt: 'Not in it',
  checked: 'Checked',
  madeAndJustNow: 'When it was made, and again just now: complete.',
  justNow: 'Just now: complete.',
  whenMade: 'When it was made. It is checked again before anything is put in its place.',
  asItIs: 'It is put back as it was found.',
  secondCopy: 'There is a second copy.',
  goOnFrom: (moment: Shown) => `Go on from ${moment}`,
  otherBackups: 'Other backups',
  hold: 'Hold',
  notInThem: 'Not in them',
  today: (time: Shown) => `today ${time}`,
  on: (day: Shown, time: Shown) => `${day}, ${time}`,
  between: (work: Shown, from: Shown, to: Shown) => `${work}, made between ${from} and ${to}.`,
  upTo: (work: Shown, to: Shown) => `${work}, the last at ${to}.`,
  nothing: 'Nothing: it holds everything that is known.',
  bringABackup: 'Choose a backup from elsewhere',
}
