type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  handOverFrom: (name: Shown) => `Hand over from ${name}`,
  handOver: 'Hand over',
  chooseWhoTakesOver: 'Choose who takes over.',
  handOverTo: 'Hand over to',
  nobodyElseIsInThe: 'Nobody else is in the list yet. Add who takes over first.',
  chooseAPerson: 'Choose a person',
  addAPerson: 'Add a person',
  noPeopleYet: 'No people yet',
  addWhoOwnsAProcess:
    'Add who owns a process or checks a Foundation section. Their names are then offered where one is asked for, and what they check can be handed over when they leave.',
  whoOwnsChecksAndDecides: 'Who owns, checks and decides. What somebody checks is set on the section.',
  name: 'Name',
  role: 'Role',
  checks: 'Checks',
  whatYouCanDo: 'What you can do',
  people: 'People',
  leftOn: (leftOn: Shown) => `Left on ${leftOn}`,
  handOverWhatHas: (name: Shown) => `Hand over what ${name} has`,
  edit: (name: Shown) => `Edit ${name}`,
  edit2: 'Edit',
  save: 'Save',
  remove: 'Remove',
  roleOptional: 'Role (optional)',
  hasLeftTheCompany: 'Has left the company',
  leftOn2: 'Left on',
  enterAName: 'Enter a name.',
  enterTheDayTheyLeft: 'Enter the day they left.',
}
