/** What the screens of this folder say. */
export const words = {
  evenkeelNoLongerKnowsThis: 'Evenkeel no longer knows this page.',
  evenkeelCouldNotOpenYour: 'Evenkeel could not open your company',
  everywhere: 'Everywhere',
}
