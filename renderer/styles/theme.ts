import { createTheme, type VariantColorsResolver } from '@mantine/core'

const clear = 'transparent'

/** The three kinds of button: the page's one primary action, ordinary ones, and quiet ones. */
const variantColorResolver: VariantColorsResolver = ({ variant }) => {
  if (variant === 'filled') {
    return {
      background: 'var(--accent)',
      hover: 'var(--accent-strong)',
      color: 'var(--on-accent)',
      border: `1px solid ${clear}`,
    }
  }
  if (variant === 'default') {
    return {
      background: 'var(--surface)',
      hover: 'var(--sunken)',
      color: 'var(--ink)',
      border: '1px solid var(--line-strong)',
    }
  }
  return { background: clear, hover: 'var(--sunken)', color: 'var(--ink-2)', border: `1px solid ${clear}` }
}

/** What the component library reads in code; its colours and sizes are in mantine.css. */
export const theme = createTheme({
  variantColorResolver,
  respectReducedMotion: true,
  fontFamily: 'var(--ui)',
  headings: { fontFamily: 'var(--ui)' },
  cursorType: 'pointer',
})
