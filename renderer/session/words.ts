type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  youveBeenAwaySoThe: (awayMs: Shown) => `You’ve been away ${awayMs}, so the clock stopped.`,
  addThemBack: 'Add them back',
  leaveThemOut: 'Leave them out',
  stay: 'Stay',
  retry: 'Retry',
  keepWhatIsHere: 'Keep what is here',
  takeTheOther: (noun: Shown) => `Take the other ${noun}`,
  copyWhatYouTyped: 'Copy what you typed',
  close: 'Close',
  taskList: 'Task list',
  notSaved: 'Not saved',
}
