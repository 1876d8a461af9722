/** What the screens of this folder say. */
export const words = {
  thatDidNotWorkWhat: 'That did not work. What you typed stays here. Try again.',
  evenkeelIsNotAnsweringWhat: 'Evenkeel is not answering. What you typed stays here. Try again.',
  thisPageHasNoLink: 'This page has no link of its own.',
  thisLinkDidNotWork: 'This link did not work.',
  notSaved: 'Not saved.',
  thatDidNotWorkNothing: 'That did not work. Nothing was changed. Try again.',
}
