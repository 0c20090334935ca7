/**
 * Who may import whom, as docs/architecture.md tells it. Each rule is an error; tests may import
 * more, since they stand outside what is shipped.
 */

/** Files that no product imports: tests, their factories and fixtures. */
const TEST = String.raw`\.test\.tsx?$|/(testing|fixtures|contract)/|\.(contract|integration)\.test\.tsx?$`;

const sides = {
  core: '^main/core/',
  renderer: '^renderer/',
  server: '^server/',
  shell: '^main/(shell|preload)/',
};

/** No module of one side imports another's. */
const apart = (side, others) => ({
  name: `${side}-apart`,
  comment: `${side} talks to the others over the wire or the RPC; it never imports them.`,
  severity: 'error',
  from: { path: sides[side], pathNot: TEST },
  to: { path: others.map((other) => sides[other]) },
});

export default {
  forbidden: [
    {
      name: 'shared-is-pure',
      comment: 'shared/ runs in a window, in Node and in the relay alike.',
      severity: 'error',
      from: { path: '^shared/', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'shared-imports-its-own',
      comment: 'shared/ is what everybody may import, so it imports nobody.',
      severity: 'error',
      from: { path: '^shared/', pathNot: TEST },
      to: { path: '^(server|main|renderer|scripts|bench|fuzz|e2e|build)/' },
    },
    apart('core', ['renderer', 'server', 'shell']),
    apart('renderer', ['core', 'server', 'shell']),
    apart('server', ['core', 'renderer', 'shell']),
    apart('shell', ['renderer', 'server']),
    {
      name: 'renderer-has-no-node',
      comment: 'The page runs in a sandbox.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: `${TEST}|^renderer/vite\\.config\\.ts$` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'preload-has-no-core',
      comment: 'The preload is one small file: shared types and Electron, nothing else.',
      severity: 'error',
      from: { path: '^main/preload/', pathNot: TEST },
      to: { pathNot: '^(main/preload/|shared/|node_modules/(electron|zod)/)' },
    },
    {
      name: 'shell-has-no-core',
      comment: 'The shell starts the core as a process; only entry/utility.ts is that process.',
      severity: 'error',
      from: { path: '^main/shell/', pathNot: TEST },
      to: { path: '^main/core/' },
    },
    {
      name: 'electron-at-the-edge',
      comment: 'Only the shell, the preload and the two Electron entries know of Electron.',
      severity: 'error',
      from: {
        path: '^(shared|server|main|renderer|scripts|bench|fuzz|build)/',
        pathNot: '^main/(shell|preload)/|^main/entry/(utility|electron)\\.ts$',
      },
      to: { path: '^(node_modules/)?electron(/|$)' },
    },
    {
      name: 'entries-are-ends',
      comment: 'An entry composes; nobody imports it.',
      severity: 'error',
      from: { path: '^(shared|server|main|renderer)/', pathNot: TEST },
      to: { path: '^main/entry/(utility|electron|browser-host)\\.ts$|^server/main\\.ts$' },
    },
    {
      name: 'product-without-tests',
      comment: 'What is shipped imports no test and no test factory.',
      severity: 'error',
      from: { path: '^(shared|server|main|renderer)/', pathNot: TEST },
      to: { path: TEST, pathNot: 'node_modules' },
    },
    {
      name: 'fuzz-stands-outside',
      comment: 'The fuzz puts core and relay together in one process; nobody builds on it.',
      severity: 'error',
      from: { pathNot: '^fuzz/' },
      to: { path: '^fuzz/' },
    },
    {
      name: 'fuzz-has-no-window',
      comment: 'It drives the core and the relay, and knows nothing of pages or Electron.',
      severity: 'error',
      from: { path: '^fuzz/' },
      to: { path: '^(renderer|main/(shell|preload|entry)|e2e)/' },
    },
    {
      name: 'product-without-tools',
      comment: 'What is shipped imports no devDependency.',
      severity: 'error',
      from: {
        path: '^(shared|server|main|renderer)/',
        pathNot: `${TEST}|^renderer/vite\\.config\\.ts$`,
      },
      to: { dependencyTypes: ['npm-dev'], pathNot: '^(node_modules/)?(electron|@types)(/|$)' },
    },
    {
      name: 'no-circle',
      comment: 'Files that need one another at run time are one file, or three.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'Every import leads somewhere. (`mdast` is a package of types alone.)',
      severity: 'error',
      from: { pathNot: '^renderer/vite\\.config\\.ts$' },
      to: { couldNotResolve: true, pathNot: '^mdast$|\\?(raw|url|worker)$' },
    },
    {
      name: 'declared',
      comment: 'No package that only another package brought along.',
      severity: 'error',
      from: { path: '^(shared|server|main|renderer|scripts|bench|fuzz|e2e|build)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|demo|docs)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json', '.css'],
    },
  },
};
