import { escapeXml } from '../workbook/xml.ts'

/** What a page is made of: paragraphs, and tables whose first cell may lead to a file beside the page. */
export type Block = string | { heading: string } | { rows: readonly Row[] }
export type Row = { term: string; meaning: string; href?: string }

const look = `
:root { color-scheme: light; }
body { max-width: 46rem; margin: 3rem auto; padding: 0 1.5rem; color: #1f2933; background: #fff;
  font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.125rem; margin: 2rem 0 0.5rem; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.5rem 1rem 0.5rem 0; border-bottom: 1px solid #d8d3ca; text-align: left; vertical-align: top; }
th { width: 17rem; font-weight: 600; overflow-wrap: anywhere; }
a { color: #12436d; }
@media print { body { margin: 0; max-width: none; } }
`

/** A page that needs nothing but itself: no script, no font, no address. */
export function htmlPage(title: string, blocks: readonly Block[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escapeXml(title)}</title>
<style>${look}</style>
</head>
<body>
<h1>${escapeXml(title)}</h1>
${blocks.map(blockHtml).join('\n')}
</body>
</html>
`
}

function blockHtml(block: Block): string {
  if (typeof block === 'string') return `<p>${escapeXml(block)}</p>`
  if ('heading' in block) return `<h2>${escapeXml(block.heading)}</h2>`
  return `<table>${block.rows.map(rowHtml).join('')}</table>`
}

function rowHtml({ term, meaning, href }: Row): string {
  const link =
    href === undefined
      ? escapeXml(term)
      : `<a href="${href.split('/').map(encodeURIComponent).join('/')}">${escapeXml(term)}</a>`
  return `<tr><th scope="row">${link}</th><td>${escapeXml(meaning)}</td></tr>`
}
