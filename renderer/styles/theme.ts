import { createTheme, type VariantColorsResolver } from '@mantine/core'
import { words } from './words.ts'

const clear = 'transparent'

/** The three kinds of button: the page's one primary action, ordinary ones, and quiet ones. */
const variantColorResolver: VariantColorsResolver = ({ variant }) => {
  if (variant === 'filled') {
    return {
      background: 'var(--accent)',
      hover: 'var(--accent-strong)',
      color: 'var(--on-accent)',
      border: words.n1pxSolid(clear),
    }
  }
  if (variant === 'default') {
    return {
      background: 'var(--surface)',
      hover: 'var(--sunken)',
      color: 'var(--ink)',
      border: words.n1pxSolidVarLineStrong,
    }
  }
  return { background: clear, hover: 'var(--sunken)', color: 'var(--ink-2)', border: words.n1pxSolid(clear) }
}

/** What the component library reads in code; its colours and sizes are in mantine.css. */
export const theme = createTheme({
  variantColorResolver,
  respectReducedMotion: true,
  fontFamily: 'var(--ui)',
  headings: { fontFamily: 'var(--ui)' },
  cursorType: 'pointer',
})
