/** What the screens of this folder say. */
export const words = {
  retiredFact: 'Retired fact',
  addARetiredFact: 'Add a retired fact',
  save: 'Save',
  addIt: 'Add it',
  whatIsNoLongerTrue: 'What is no longer true',
  asItWouldBeWritten: 'As it would be written: a price, a name, a term',
  inItsPlace: 'In its place',
  whatStandsThereNowEmpty: 'What stands there now; empty if nothing does',
  retiredOn: 'Retired on',
  section: 'Section',
  none: 'None',
  enterWhatIsNoLonger: 'Enter what is no longer true.',
  enterTheDayItWas: 'Enter the day it was retired.',
}
