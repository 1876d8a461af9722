/** What a form that is stored while it is typed says when it cannot be. */
export const words = {
  compareTheOther: (noun: string) => `Compare the other ${noun} with what you typed`,
  saveWhatITyped: 'Save what I typed',
  takeTheOther: (noun: string) => `Use the other ${noun}`,
  tryAgain: 'Try again',
  copyWhatITyped: 'Copy what I typed',
}
