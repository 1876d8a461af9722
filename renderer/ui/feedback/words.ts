type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  thisPageStoppedWorking: 'This page stopped working',
  everythingYouSavedIsKept:
    'Everything you saved is kept. Load the page again to go on where you were, or go to Home.',
  loadAgain: 'Load again',
  goToHome: 'Go to Home',
  row: (row: Shown, message: Shown) => `Row ${row}: ${message}`,
  tryAgain: 'Try again',
  loading: 'Loading…',
  nothingHere: 'Nothing here',
  thisPageDoesNotExist: 'This page does not exist',
  itMayHaveBeenPart: 'It may have been part of another company or an older version.',
  evenkeelIsNotAnsweringWhat:
    'Evenkeel is not answering. What you typed stays here; it goes on by itself when Evenkeel is back.',
  evenkeelWasStartedAnewAnd:
    'Evenkeel was started anew and no longer knows this page. What you typed stays here to copy. Open the link that Evenkeel shows.',
  openEvenkeelAgain: 'Open Evenkeel again',
  everythingYouSavedIsStill: (message: Shown) => `${message} Everything you saved is still there.`,
  openHere: 'Open here',
  startingEvenkeelAgainGivesA:
    'Or start Evenkeel again on this computer: it gives a fresh link to the one that runs.',
  codeOf8Digits: 'Code of 8 digits',
  itStandsInTheWindow:
    'It stands now in the terminal window where Evenkeel was started, and is good for five minutes.',
  open: 'Open',
  newCode: 'Show a new code',
}
