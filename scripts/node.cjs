'use strict';
// `node scripts/node.cjs FILE ARGS...` runs a TypeScript file with the Node of this project, which
// comes as a package, whatever Node npm itself runs on. Written for any Node, so no newer syntax.
const { execFileSync, spawn } = require('node:child_process');
const { existsSync, readFileSync } = require('node:fs');
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
// A terminal sends this to the child too; what comes from elsewhere has to be passed on.
process.on('SIGINT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));

/** The process that started another, and what it calls itself; undefined where nobody can tell. */
function about(pid) {
  try {
    if (process.platform === 'linux') {
      // "17 (npm start) S 16 ...": the name may hold spaces and brackets.
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const end = stat.lastIndexOf(')');
      const name = stat.slice(stat.indexOf('(') + 1, end);
      return { name, parent: Number(stat.slice(end + 2).split(' ')[1]) };
    }
    const line = execFileSync('ps', ['-o', 'ppid=,command=', '-p', String(pid)])
      .toString()
      .trim();
    const [parent, name] = line.split(/ +/);
    return { name, parent: Number(parent) };
  } catch (error) {
    return undefined;
  }
}

const lives = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

// npm passes a signal on to its shell alone, which dies of it and leaves this process behind; or
// npm itself is killed, and leaves both.
if (process.env.npm_lifecycle_event !== undefined && process.platform !== 'win32') {
  const above = process.ppid;
  const shell = about(above);
  const npm = shell === undefined || shell.name.startsWith('npm') ? above : shell.parent;
  const watch = setInterval(() => {
    if (process.ppid === above && lives(npm)) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 500);
}
child.on('exit', (code, signal) => {
  if (signal === null) process.exit(code);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
