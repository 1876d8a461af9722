/** What the screens of this folder say. */
export const words = {
  keys: 'Keys',
  pressThePrimaryButton: 'Press the primary button',
  close: 'Close',
  singleKeysWorkOnlyWhile:
    'Single keys work only while no text field is in use. They can be switched off in Settings.',
  ctrl: 'Ctrl',
  esc: 'Esc',
}
