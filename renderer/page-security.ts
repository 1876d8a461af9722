type PageGlobals = {
  trustedTypes?: {
    createPolicy: (name: string, rules: { createHTML: (text: string) => string }) => unknown
  }
  /** Where the scroll lock under Mantine's dialogs looks for the nonce of its style sheet. */
  __webpack_nonce__?: string
}

/**
 * Lets the component library write its style sheets under the page's security policy, and nothing else:
 * text with a `<` in it is never turned into markup. Call once, before anything is rendered.
 */
export function allowStyleSheets(): void {
  const page = globalThis as PageGlobals
  page.__webpack_nonce__ = styleNonce()
  page.trustedTypes?.createPolicy('default', {
    createHTML(text) {
      if (text.includes('<')) throw new TypeError('Text is never turned into markup here.')
      return text
    },
  })
}

/** The nonce that lets this page's <style> elements apply; empty where the host sets none. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}
