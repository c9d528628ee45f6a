// Who may import whom. Each comment is what a developer reads when a rule is broken: it says what to do.
const spec = '[.-]spec\\.ts$';
const api = '^apps/api/src/';
const web = '^apps/web/src/app/';
const notModules = 'platform|migrations|testing';

/** The modules that a module may know, beside itself: the order in which they were built upon each other. */
const mayKnow = {
  locations: [],
  accounts: [],
  menu: ['locations', 'accounts'],
  inventory: ['locations', 'accounts', 'menu'],
  seating: ['locations'],
  orders: ['locations', 'accounts', 'menu', 'inventory', 'seating'],
  kitchen: ['locations', 'accounts', 'menu', 'inventory', 'orders'],
  floor: ['locations', 'accounts', 'menu', 'inventory', 'orders', 'kitchen', 'seating'],
  'group-baskets': ['locations', 'orders'],
  guests: ['locations', 'orders'],
  push: ['locations', 'orders'],
  payments: ['locations', 'accounts', 'menu', 'inventory', 'orders'],
  integrations: [],
  live: [],
  reports: [],
};
const allModules = Object.keys(mayKnow);

const moduleOrder = allModules.map((name) => ({
  name: `api-order-${name}`,
  comment: `"${name}" may know ${mayKnow[name].join(', ') || 'no sibling'}: use an event or a hook of the platform.`,
  severity: 'error',
  from: { path: `${api}${name}/`, pathNot: spec },
  to: { path: `${api}(${allModules.filter((other) => other !== name && !mayKnow[name].includes(other)).join('|')})/` },
}));

const rules = [
  {
    name: 'no-cycles',
    comment: 'Cut the cycle: move what both sides need into a third file. Type-only imports count.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-unresolvable',
    comment: 'This import leads nowhere: mend the path or add the package to package.json.',
    severity: 'error',
    from: {},
    // What a build makes is not there before it.
    to: { couldNotResolve: true, pathNot: '/dist/' },
  },
  {
    name: 'no-import-of-specs',
    comment: 'Product code must not import a test.',
    severity: 'error',
    from: { pathNot: spec },
    to: { path: spec },
  },
  {
    name: 'shared-imports-nothing',
    comment: 'libs/shared is pure: no package, no Node module, no other workspace.',
    severity: 'error',
    from: { path: '^libs/shared/src/', pathNot: spec },
    to: { pathNot: '^libs/shared/src/' },
  },
  {
    name: 'api-not-from-web',
    comment: 'The api does not know the site: what both need belongs into libs/shared.',
    severity: 'error',
    from: { path: '^apps/api/' },
    to: { path: '^apps/web/' },
  },
  {
    name: 'web-not-from-api',
    comment: 'The site does not know the api: what both need belongs into libs/shared.',
    severity: 'error',
    from: { path: '^apps/web/src/' },
    to: { path: '^apps/api/' },
  },
  {
    name: 'cli-speaks-http-only',
    comment:
      'The command-line tool knows the public API alone: what it needs belongs into libs/shared or behind a route.',
    severity: 'error',
    from: { path: '^apps/cli/src/', pathNot: spec },
    to: { path: '^apps/(api|web)/' },
  },
  {
    name: 'api-front-door',
    comment: 'Import another module through its index.ts, its front door; if it is not there, ask for it there.',
    severity: 'error',
    from: { path: `${api}([^/]+)/`, pathNot: spec },
    to: { path: `${api}(?!(${notModules})/)[^/]+/`, pathNot: [`${api}$1/`, `${api}[^/]+/index\\.ts$`] },
  },
  {
    name: 'api-front-door-of-the-root',
    comment: 'The root files of the api know modules by their index.ts only; the list of tables names entities.',
    severity: 'error',
    from: { path: `${api}[^/]+\\.ts$`, pathNot: spec },
    to: { path: `${api}(?!(${notModules})/)[^/]+/`, pathNot: [`${api}[^/]+/index\\.ts$`, '\\.entity\\.ts$'] },
  },
  {
    name: 'api-platform-knows-no-module',
    comment: 'The platform serves every module and knows none: let the module register itself.',
    severity: 'error',
    from: { path: `${api}platform/`, pathNot: spec },
    to: { path: `${api}(?!(${notModules})/)[^/]+/` },
  },
  {
    name: 'api-domain-is-pure',
    comment: 'domain/ holds pure rules: it imports only domain/ and libs/shared.',
    severity: 'error',
    from: { path: `${api}.*/domain/`, pathNot: spec },
    to: { pathNot: [`${api}.*/domain/`, '^libs/shared/src/'] },
  },
  {
    name: 'api-typeorm-places',
    comment: 'Controllers, views, contracts and rules know no typeorm; entities, repositories, stores and services do.',
    severity: 'error',
    from: { path: [`${api}.*\\.(controller|view|dto)\\.ts$`, `${api}.*/domain/`], pathNot: spec },
    to: { path: 'node_modules/typeorm/' },
  },
  {
    name: 'api-controllers-see-no-storage',
    comment: 'A controller talks to a service, never to a repository or an entity.',
    severity: 'error',
    from: { path: `${api}.+\\.controller\\.ts$` },
    to: { path: '\\.(repository|entity)\\.ts$' },
  },
  {
    name: 'web-areas-are-islands',
    comment: 'guest, kitchen, floor and admin do not import each other: what two need goes to core/ or ui/.',
    severity: 'error',
    from: { path: `${web}(guest|kitchen|floor|admin)/` },
    to: { path: `${web}(guest|kitchen|floor|admin)/`, pathNot: `${web}$1/` },
  },
  {
    name: 'web-core-knows-no-area',
    comment: 'core/ and ui/ serve every area and know none.',
    severity: 'error',
    from: { path: `${web}(core|ui)/` },
    to: { path: `${web}(guest|kitchen|floor|admin)/` },
  },
];

export default {
  forbidden: [...rules, ...moduleOrder],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^((apps|libs)/[^/]+/dist|\\.angular)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
      mainFields: ['module', 'main', 'types'],
    },
    reporterOptions: { text: { highlightFocused: true } },
  },
};
