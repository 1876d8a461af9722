/** What the screens of this folder say. */
export const words = {
  leaveWithoutSaving: 'Leave without saving?',
  leaveWithoutSaving2: 'Leave without saving',
  stayOnThisPage: 'Stay on this page',
  whatYouEnteredOnThis: 'What you entered on this page is not saved yet.',
}
