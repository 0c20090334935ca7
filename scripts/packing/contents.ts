/** What must be in the archive, each by a pattern over paths with `/`. */
const needed: readonly RegExp[] = [
  /^package\.json$/,
  /^main\/electron\.cjs$/,
  /^main\/utility\.cjs$/,
  /^main\/preload\.cjs$/,
  /^main\/native\/better-sqlite3\/lib\/index\.js$/,
  /^main\/native\/keytar\/lib\/keytar\.js$/,
  /^renderer\/index\.html$/,
  /^renderer\/assets\/.+\.js$/,
  /^renderer\/assets\/.+\.css$/,
  /^renderer\/assets\/.+\.woff2$/,
  /^icons\/app\.png$/,
  /^icons\/tray\.png$/,
  /^icons\/trayTemplate@2x\.png$/,
];

/** All that may be in it. */
const allowed: readonly RegExp[] = [
  ...needed,
  /^main\/native\/[\w-]+\/(package\.json|LICENSE(\.md)?|lib\/.+\.js)$/,
  /^main\/native\/[\w-]+\/prebuilds\/.+\.node$/,
  /^renderer\/([\w.-]+\.(svg|png|html)|assets\/[^/]+\.(js|css|woff2|svg|png|json))$/,
  /^icons\/[\w@]+\.png$/,
];

/** Nothing of these may slip in by a wider pattern: sources, maps, tests, notes. */
const forbidden: readonly RegExp[] = [
  /\.(ts|tsx|map|md5|log|env|pem|key)$/,
  /(^|\/)(test|tests|e2e|demo|docs|src|deps)\//,
  /(^|\/)node_modules\//,
];

/**
 * What is wrong with the list of an archive's files, in words; empty where all is well.
 *
 * @param prebuilds the ending of native modules' files for the packed system: `linux-x64`
 */
export function checkContents(files: readonly string[], prebuilds: string): string[] {
  const missing = needed.filter((pattern) => !files.some((file) => pattern.test(file)));
  const strange = files.filter((file) => !allowed.some((pattern) => pattern.test(file)));
  const unwanted = files.filter((file) => forbidden.some((pattern) => pattern.test(file)));
  const natives = files.filter((file) => file.endsWith('.node'));
  const other = natives.filter((file) => !file.includes(prebuilds));
  return [
    ...missing.map((pattern) => `missing: ${pattern.source}`),
    ...strange.map((file) => `not expected: ${file}`),
    ...unwanted.map((file) => `must not be packed: ${file}`),
    ...other.map((file) => `for another system: ${file}`),
    ...(natives.length === 2 ? [] : [`${natives.length} native modules instead of 2`]),
  ];
}
