/** What the screens of this folder say. */
export const words = {
  whatYouEnteredHereIs: 'What you entered here is not saved yet.',
  goOnHere: 'Go on here',
  closeWithoutSaving: 'Close without saving',
  cancel: 'Cancel',
  evenkeel: 'Evenkeel',
  sampleCompanyNothingHereIs: 'Sample company – nothing here is yours',
}
