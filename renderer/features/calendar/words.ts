type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  eachSeriesIsAFile:
    'Each series is a file of its own. Save it and open it with Outlook, Google Calendar or Apple Calendar: it keeps two hours free and reminds you a day before.',
  whenTheIsHeld: (toLowerCase: Shown) => `When the ${toLowerCase} is held`,
  week: 'Week',
  weekday: 'Weekday',
  time: 'Time',
  enterATimeForExample: 'Enter a time, for example 09:00.',
  yourCalendarShowsTheDates:
    'Your calendar shows the dates as they were. Delete the old series in your calendar first, then open the new file.',
  saveTheCalendarFileOf: (toLowerCase: Shown) => `Save the calendar file of the ${toLowerCase}`,
  saveTheCalendarFile: 'Save the calendar file',
  savedAs: (data: Shown) => `Saved as ${data}.`,
  lastSaved: (savedOn: Shown) => `Last saved ${savedOn}.`,
}
