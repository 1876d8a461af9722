import { Button } from '@mantine/core'
import { type RefObject, useState } from 'react'
import layout from '../../ui/layout/layout.module.css'
import { words } from './words.ts'

type CopyButtonProps = {
  label: string
  text: string
  /** Where the text stands on screen: selected when copying is not allowed. */
  source?: RefObject<HTMLElement | null>
  isQuiet?: boolean
}

/** Copies a text; where the browser does not let it, the text is selected for the owner to copy. */
export function CopyButton({ label, text, source, isQuiet = false }: CopyButtonProps) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied('yes')
    } catch {
      if (source?.current) getSelection()?.selectAllChildren(source.current)
      setCopied('failed')
    }
  }
  return (
    <>
      <Button variant={isQuiet ? 'subtle' : 'default'} onClick={() => void copy()}>
        {label}
      </Button>
      <span className={layout.quiet} role="status">
        {copied === 'yes' && words.copied}
        {copied === 'failed' && (source ? words.copyingDidNotWorkHere : words.copyingDidNotWorkHere2)}
      </span>
    </>
  )
}
