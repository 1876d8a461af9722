/** Not for a screen, and not for the paper it is shown on: the page that is made has its own. */
const ownRules = `
@page { size: A4; margin: 0; }
html, body { margin: 0; background: #fff; font-family: var(--ui); }
body > * { margin: 0 auto; border: 0; box-shadow: none; }
@media print { body > * { width: 100%; height: 100vh; min-height: 0; } }
`

/** An element as a page of its own: its markup, the rules that meet it, its fonts, and nothing to be loaded. */
export async function standalonePage(element: HTMLElement, title: string): Promise<string> {
  const css = [...document.styleSheets].flatMap((sheet) => rulesFor(element, sheet.cssRules)).join('\n')
  const fonts = (await Promise.all([...document.styleSheets].flatMap(fontsOf))).join('\n')
  const head = document.implementation.createHTMLDocument(title)
  head.documentElement.lang = document.documentElement.lang || 'en'
  const meta = head.createElement('meta')
  meta.setAttribute('charset', 'utf-8')
  const policy = head.createElement('meta')
  policy.httpEquiv = 'Content-Security-Policy'
  policy.content = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"
  const style = head.createElement('style')
  style.textContent = `:root { ${valuesIn(css + ownRules, element)} }\n${fonts}\n${css}\n${ownRules}`
  head.head.prepend(meta, policy)
  head.head.append(style)
  head.body.append(head.importNode(element, true))
  return `<!doctype html>\n${head.documentElement.outerHTML}`
}

/** The fonts of a sheet that are in use, each with its own bytes: without them the lines would be of other lengths. */
function fontsOf(sheet: CSSStyleSheet): Promise<string>[] {
  const key = (family: string, range: string) => `${family.replaceAll(/["']/g, '')} ${range}`
  const used = new Set(
    [...document.fonts].flatMap(({ status, family, unicodeRange }) =>
      status === 'loaded' ? [key(family, unicodeRange)] : [],
    ),
  )
  return [...sheet.cssRules].flatMap((rule) => {
    if (!(rule instanceof CSSFontFaceRule)) return []
    const { style } = rule
    const value = (name: string) => style.getPropertyValue(name)
    const address = /url\("?([^")]+)"?\)/.exec(value('src'))?.[1]
    if (address === undefined || !used.has(key(value('font-family'), value('unicode-range')))) return []
    return [inlined(rule.cssText, address, new URL(address, sheet.href ?? document.baseURI))]
  })
}

async function inlined(css: string, address: string, url: URL): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer())
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return css.replace(address, `data:font/woff2;base64,${btoa(text)}`)
}

/** The rules of a sheet that meet the element or what is in it, in their order. */
function rulesFor(element: HTMLElement, rules: CSSRuleList): string[] {
  return [...rules].flatMap((rule) => {
    if (rule instanceof CSSStyleRule) return meets(element, rule.selectorText) ? [rule.cssText] : []
    if (rule instanceof CSSMediaRule)
      return matchMedia(rule.conditionText).matches ? rulesFor(element, rule.cssRules) : []
    return rule instanceof CSSLayerBlockRule ? rulesFor(element, rule.cssRules) : []
  })
}

function meets(element: HTMLElement, selector: string): boolean {
  // A pseudo-element is met where its element is.
  const real = selector.replaceAll(/(^|[\s,(>+~])?::[\w-]+(?:\([^)]*\))?/g, (_, before?: string) =>
    before === undefined ? '' : `${before}*`,
  )
  try {
    return element.matches(real) || element.querySelector(real) !== null
  } catch {
    return false
  }
}

/** The values of the variables that the rules use, as they are where the element stands. */
function valuesIn(css: string, element: HTMLElement): string {
  const computed = getComputedStyle(element)
  const names = new Set([...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name ?? ''))
  return [...names]
    .map((name) => [name, computed.getPropertyValue(name)] as const)
    .flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${value};`]))
    .join(' ')
}
