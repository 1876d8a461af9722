import { readFileSync } from 'node:fs'
import { join } from 'node:path'

// Who may import what. test/unit/house/import-rules.test.ts plants a violation of every rule in this file.

const product = '^(electron|renderer|shared)/'
const inPackage = (name) => `(^|/)node_modules/${name}/`

/** Every pair of floors of which the lower must not know the upper; a floor is one or more folders side by side. */
function floors(root, floorsFromTheTop) {
  return floorsFromTheTop.slice(1).map((folders, index) => ({
    name: `renderer-floor-${folders.join('-')}`,
    comment: 'pages > features > parts > files, session > ui > api: a floor imports only from below.',
    severity: 'error',
    from: { path: `${root}(${folders.join('|')})/` },
    to: {
      path: `${root}(${floorsFromTheTop
        .slice(0, index + 1)
        .flat()
        .join('|')})/`,
    },
  }))
}

/** The features of the core from the ground up: the order in which open-company.ts creates them. */
function coreFloors() {
  const source = readFileSync(join(import.meta.dirname, 'electron/core/open-company.ts'), 'utf8')
  const makers = [...source.matchAll(/import \{([^}]+)\} from '\.\/features\/([^/]+)\/(?!repository)[^']+'/g)]
  const created = makers.map(([, names, folder]) => {
    const maker = names.match(/\bcreate\w+/)?.[0]
    return { folder, at: maker ? source.indexOf(` ${maker}(`) : -1 }
  })
  const inOrder = created.filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at)
  return [...new Set(inOrder.map(({ folder }) => folder))]
}

const featuresFromTheGround = coreFloors()

/** One package, one room. */
function only(name, room, comment) {
  return {
    name: `${name.replace(/^@/, '').replace('/', '-')}-in-its-room`,
    comment,
    severity: 'error',
    from: { path: product, pathNot: room },
    to: { path: inPackage(name) },
  }
}

const forbidden = [
  only('electron', '^electron/hosts/desktop/', 'The core and the browser host run without Electron.'),
  only(
    'better-sqlite3',
    '^electron/core/db/',
    'Everything else sees the types and the functions of core/db.',
  ),
  only('exceljs', '^electron/core/export/workbook/workbook-writer\\.ts$', 'One writer of workbooks.'),
  only('saxes', '^electron/core/import/formats/workbook/xml-events\\.ts$', 'One reader of their XML.'),
  only(
    '@anthropic-ai/sdk',
    '^electron/core/ai/anthropic/',
    'A provider is one folder; the rest speaks the port.',
  ),
  {
    name: 'renderer-knows-shared-and-itself',
    comment: 'The renderer asks through the contract; it has no Node and no core.',
    severity: 'error',
    from: { path: '^renderer/' },
    to: { path: ['^(electron|build|test)/', inPackage('@orpc/server')] },
  },
  {
    name: 'renderer-has-no-node',
    comment: 'It runs in a sandboxed page.',
    severity: 'error',
    from: { path: '^renderer/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'shared-is-pure',
    comment: 'shared/ runs anywhere: zod, the contract builder and small pure libraries.',
    severity: 'error',
    from: { path: '^shared/' },
    to: {
      pathNot: ['^shared/', inPackage('(zod|@orpc/contract|diff|jstat|temporal-polyfill|pure-rand|re2js)')],
    },
  },
  {
    name: 'core-knows-no-host',
    comment: 'Hosts are thin and outside: the core is one door from Request to Response.',
    severity: 'error',
    from: { path: '^electron/core/' },
    to: { path: ['^electron/hosts/', '^renderer/', '^(build|test)/'] },
  },
  {
    name: 'hosts-apart',
    comment: 'Either host can be left out.',
    severity: 'error',
    from: { path: '^electron/hosts/(desktop|browser)/' },
    to: { path: '^electron/hosts/(desktop|browser)/', pathNot: '^electron/hosts/$1/' },
  },
  {
    name: 'repositories-are-private',
    comment: 'A feature asks another through its service; SQL of its tables is its own.',
    severity: 'error',
    from: { path: '^electron/core/features/([^/]+)/' },
    to: {
      path: '^electron/core/features/.*repository\\.ts$',
      pathNot: '^electron/core/features/$1/',
    },
  },
  {
    name: 'core-ground',
    comment: 'Database, readers, writers and providers know no feature.',
    severity: 'error',
    from: { path: '^electron/core/(db|import|export|ai)/' },
    to: { path: '^electron/core/(features|sample)/' },
  },
  {
    name: 'import-knows-no-export',
    comment: 'What comes in is read without knowing what goes out.',
    severity: 'error',
    from: { path: '^electron/core/import/' },
    to: { path: '^electron/core/export/' },
  },
  ...featuresFromTheGround.slice(0, -1).map((feature, index) => ({
    name: `core-floor-${feature}`,
    comment: 'A feature of the core uses only features created before it in open-company.ts.',
    severity: 'error',
    from: { path: `^electron/core/features/${feature}/` },
    to: { path: `^electron/core/features/(${featuresFromTheGround.slice(index + 1).join('|')})/` },
  })),
  ...floors('^renderer/', [['pages'], ['features'], ['parts'], ['files', 'session'], ['ui'], ['api']]),
  {
    name: 'renderer-features-apart',
    comment: 'Pages compose features; what two features show is a part.',
    severity: 'error',
    from: { path: '^renderer/features/([^/]+)/' },
    to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
  },
  {
    name: 'no-circles',
    comment: 'Not even of types: of two files that need each other, a third is missing.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'resolvable',
    comment: 'A rule sees only what it can find.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
]

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden,
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(css|svg|woff2)' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.d.ts', '.json'],
    },
  },
}
