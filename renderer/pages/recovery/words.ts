import type { Recovery } from '../../../shared/contract/safety.ts'

type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  otherBackups: 'Other backups',
  evenkeel: 'Evenkeel',
  safeUpTo: (moment: Shown) => `Your work up to ${moment} is safe`,
  looking: 'Looking at your files',
  lookingLead: 'Evenkeel reads your data file and your backups once more. Nothing is changed.',
  noCopy: 'Evenkeel found no copy that it can open',
  noCopyLead:
    'Nothing was changed or deleted: the files are as they were. If you have a backup on another disk or computer, bring it here.',
  onlyOfOthers: 'There are only copies of another company',
  onlyOfOthersLead: (names: Shown) =>
    `Evenkeel found no copy of your company. What is here is of: ${names}. If you have a backup of yours on another disk or computer, bring it here.`,
  whichOne: 'Which copy do you want to go on from?',
  whichOneLead: (names: Shown) =>
    `Evenkeel can’t tell by itself which copy is of your company. There are copies of: ${names}.`,
  stayUntouched: 'The damaged files stay untouched,',
  ownFolder: 'in a folder of their own, and going on can be undone.',
  nothingUntilYouChoose: 'Nothing changes until you choose: you can also close Evenkeel and decide tomorrow.',
  nothingChanged: 'Nothing was changed or deleted.',
  allBackups: (count: Shown) => `All ${count} backups`,
  openTheFolder: 'Open the folder',
  copyForIt: 'Copy the details for IT',
  copied: 'Copied',
  tryAgain: 'Try again',
  useThisFile: 'Use this file as it is',
  details: (kind: Shown, message: Shown, folder: Shown) =>
    `Evenkeel: ${kind}\n${message}\nData folder: ${folder}`,
}

type Heading = { title: string; lead: string | null; isPassing: boolean }

const storyOfDamage = 'A power cut or a failing disk can do that; nothing you do in Evenkeel can.'

/** What happened, by what it is. `isPassing`: nothing is wrong with the files, and trying again is the way on. */
export const headings: Readonly<Record<Recovery['kind'], Heading>> = {
  damaged: {
    title: 'Your data file is damaged',
    lead: `The file that holds your entries is damaged and can’t be read completely. ${storyOfDamage}`,
    isPassing: false,
  },
  'not-ours': {
    title: 'Your data file was overwritten',
    lead: `The beginning of the file that holds your entries is not what Evenkeel wrote there. A failing disk can do that, or another program.`,
    isPassing: false,
  },
  missing: {
    title: 'Your data file is not there',
    lead: 'The file that holds your entries was moved or deleted outside Evenkeel. If you know where it is, put it back and try again.',
    isPassing: false,
  },
  older: {
    title: 'Your newest entries are missing',
    lead: `The data file does not hold the newest entries that were saved. A power cut or a failing disk can do that, or an older copy that was put in its place.`,
    isPassing: false,
  },
  foreign: {
    title: 'This is not the file your backups are from',
    lead: 'The data file holds another history than your backups. That happens when the file of another company or computer is put in its place, or its backups beside yours.',
    isPassing: false,
  },
  misfit: {
    title: 'Two files that don’t belong together',
    lead: 'A backup was copied over the data file, and the file of the newest entries beside it belongs to the one before. Opening them together would mix the two.',
    isPassing: false,
  },
  'from-future': {
    title: 'Your data is from a newer Evenkeel',
    lead: 'It was last used by a newer version, and this one could harm it. Install the newest version, then start it again.',
    isPassing: true,
  },
  locked: {
    title: 'Evenkeel is open already',
    lead: 'It runs on this data in another window. Go on there, or close it and try again here.',
    isPassing: true,
  },
  full: {
    title: 'The disk is full',
    lead: 'Evenkeel needs a little room to open. Everything you saved is safe. Free some space, then try again.',
    isPassing: true,
  },
  unreadable: {
    title: 'The disk did not answer',
    lead: 'It reported an error while your data was read. That says nothing about your data: a drive that was just connected, or a busy one, does that too.',
    isPassing: true,
  },
  'read-only': {
    title: 'Evenkeel may not write to its files',
    // Which of them, and what to do, is in the message.
    lead: null,
    isPassing: true,
  },
  'failed-migration': {
    title: 'Your data stayed as it was',
    lead: 'It could not be prepared for this version of Evenkeel, so nothing was changed. The version you had before still opens it.',
    isPassing: true,
  },
  unexpected: {
    title: 'Evenkeel could not open your company',
    lead: 'Something happened that it was not made for. Nothing was deleted. Try again; if it comes back, copy the details for whoever helps you.',
    isPassing: true,
  },
}
