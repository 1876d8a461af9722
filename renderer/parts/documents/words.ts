type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  plannedUntilThen: 'Planned: Home asks on that day whether it is live',
  inForceSince: 'In force since',
  decidedBy: 'Decided by',
  approvedBy: 'Approved by',
  enterWhyItChanges: 'Enter why it changes.',
  enterTheDaySinceWhen: 'Enter the day since when it is in force.',
  enterWhichTeamUsesIt: 'Enter which team uses it.',
  enterUntilWhenThePilot: 'Enter until when the pilot runs.',
  drawsOn: 'Draws on',
  noFoundationSection: 'No Foundation section',
  forEveryone: 'For everyone',
  pilotWithOneTeam: 'Pilot with one team',
  testing: 'Testing',
  rollOut: 'Roll-out',
  team: 'Team',
  until: 'Until',
  filledInEachTime: 'Filled in each time',
  pilotWithBefore: (team: Shown) => `pilot with ${team} before`,
  pilotWith: (team: Shown, part: Shown) => `pilot with ${team}${part}`,
  inTestingSince: (from: Shown) => `in testing since ${from}`,
  retiredSince: (from: Shown) => `retired since ${from}`,
  inForceSince2: (day: Shown) => `in force since ${day}`,
}
