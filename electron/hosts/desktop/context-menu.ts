import {
  BrowserWindow,
  type ContextMenuParams,
  Menu,
  type MenuItemConstructorOptions,
  type WebContents,
} from 'electron'

type Item = MenuItemConstructorOptions
type Clicked = Pick<
  ContextMenuParams,
  'isEditable' | 'selectionText' | 'misspelledWord' | 'dictionarySuggestions' | 'editFlags'
>
export type Spelling = { replace: (word: string) => void; learn: (word: string) => void }

/** What a right click offers: spelling and the usual four in fields, Copy on a selection, nothing elsewhere. */
export function contextItems(clicked: Clicked, spelling: Spelling): Item[] {
  const { isEditable, selectionText, editFlags } = clicked
  if (!isEditable) return selectionText.trim() === '' ? [] : [{ role: 'copy', enabled: editFlags.canCopy }]
  return [
    ...spellingItems(clicked, spelling),
    { role: 'cut', enabled: editFlags.canCut },
    { role: 'copy', enabled: editFlags.canCopy },
    { role: 'paste', enabled: editFlags.canPaste },
    { type: 'separator' },
    { role: 'selectAll', enabled: editFlags.canSelectAll },
  ]
}

function spellingItems({ misspelledWord, dictionarySuggestions }: Clicked, spelling: Spelling): Item[] {
  if (misspelledWord === '') return []
  const suggestions = dictionarySuggestions.map(
    (word): Item => ({ label: word, click: () => spelling.replace(word) }),
  )
  return [
    ...(suggestions.length > 0 ? suggestions : [{ label: 'No suggestion', enabled: false }]),
    { label: 'Add to the dictionary', click: () => spelling.learn(misspelledWord) },
    { type: 'separator' },
  ]
}

/** Electron shows no menu of its own on a right click. */
export function offerContextMenu(contents: WebContents): void {
  contents.on('context-menu', (_event, clicked) => {
    const items = contextItems(clicked, {
      replace: (word) => contents.replaceMisspelling(word),
      learn: (word) => void contents.session.addWordToSpellCheckerDictionary(word),
    })
    const window = BrowserWindow.fromWebContents(contents)
    if (window && items.length > 0) Menu.buildFromTemplate(items).popup({ window })
  })
}
