'use strict';
// `node scripts/node.cjs FILE ARGS...` runs a TypeScript file with the Node of this project, which
// comes as a package, whatever Node npm itself runs on. Written for any Node, so no newer syntax.
const { spawn } = require('node:child_process');
const { existsSync } = require('node:fs');
const { dirname, join, resolve, delimiter } = require('node:path');

const root = resolve(__dirname, '..');
const NEEDED = 24;

function packaged() {
  const windows = process.platform === 'win32';
  const platform = windows ? 'win' : process.platform;
  return ['node', 'node-bin']
    .map((prefix) => [prefix, platform, process.arch].join('-'))
    .map((name) => join(root, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node'))
    .find((path) => existsSync(path));
}

const major = Number(process.versions.node.split('.')[0]);
const node = major >= NEEDED ? process.execPath : packaged();
if (node === undefined) {
  console.error(
    `Balai needs Node ${NEEDED} or newer; this is ${process.version}, and \`npm ci\` brought none ` +
      `for ${process.platform} ${process.arch}. Install it from https://nodejs.org.`,
  );
  process.exit(1);
}

const child = spawn(node, process.argv.slice(2), {
  stdio: 'inherit',
  env: Object.assign({}, process.env, {
    PATH: [dirname(node), process.env.PATH || ''].join(delimiter),
  }),
});
// A terminal sends these to the child too; only a service manager's signal has to be passed on.
process.on('SIGINT', () => {});
process.on('SIGHUP', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
// npm passes a signal on to its shell alone, which dies of it and leaves this process behind.
if (process.env.npm_lifecycle_event !== undefined && process.platform !== 'win32') {
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 500);
}
child.on('exit', (code, signal) => {
  if (signal === null) process.exit(code);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
