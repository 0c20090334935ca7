import { join, relative } from 'node:path';
import { buildApp } from './starting/build-app.ts';
import { openInBrowserHost, openInElectron, type Client } from './starting/client.ts';
import { dataLayout, prepareFolders } from './starting/data-layout.ts';
import { diskTrouble } from './starting/disk-trouble.ts';
import { fillRelay } from './starting/fill.ts';
import { haveElectron } from './starting/have-electron.ts';
import { openAddress } from './starting/open-address.ts';
import type { Program } from './starting/program.ts';
import { startRelay } from './starting/relay.ts';
import { findRunning, noteRunning } from './starting/running.ts';
import { startOptions, startUsage, type StartOptions } from './starting/start-options.ts';
import { StartProblem } from './starting/start-problem.ts';

/**
 * `npm start`: a relay with an invented company, and a client signed in to it. A start beside one
 * that runs already opens another person's client on the same relay. Writes to the data folder,
 * and what it builds to `dist/`.
 */
const root = join(import.meta.dirname, '..');
/** In the order of their start; they end the other way round. */
const programs: Program[] = [];
const atEnd: (() => void)[] = [];
let ending = false;

async function end(code: number): Promise<never> {
  ending = true;
  for (const program of programs.reverse()) await program.stop();
  for (const run of atEnd) run();
  process.exit(code);
}

async function start(options: StartOptions): Promise<void> {
  // With --json the one line on standard output is for programs.
  const say = (sentence: string): void => {
    (options.json ? process.stderr : process.stdout).write(`${sentence}\n`);
  };
  const layout = dataLayout(options.data, options.import);
  prepareFolders(layout);
  const electron = options.open ? await haveElectron(root, layout, say) : undefined;
  const [{ people, another }] = await Promise.all([
    fillRelay(root, layout, options),
    buildApp(root, layout, { app: electron !== undefined, say }),
  ]);
  let relay = await findRunning(layout);
  if (relay === undefined) {
    const started = await startRelay(root, layout, options.port);
    programs.push(started.program);
    relay = started.url;
    atEnd.push(noteRunning(layout, relay));
    void started.program.ended.then((code) => unexpected('The relay', code));
  }
  const where = { root, layout, relay };
  const clients: Client[] = [];
  for (const person of people) {
    const client = await (electron === undefined
      ? openInBrowserHost(where, person)
      : openInElectron(where, person, electron));
    programs.push(client.program);
    clients.push(client);
  }
  if (options.json) {
    const opened = clients.map(({ person, url }) => ({ person, url }));
    process.stdout.write(`${JSON.stringify({ relay, clients: opened })}\n`);
  } else {
    await tell(options, say, { relay, clients, another, electron });
  }
  await closed(clients);
}

/** Windows that were closed end the start; a browser's tabs say nothing of themselves. */
async function closed(clients: readonly Client[]): Promise<void> {
  await Promise.all(
    clients.map(async ({ person, program }) => {
      const code = await program.ended;
      if (code !== 0) unexpected(`${person}'s Balai`, code);
    }),
  );
  if (!ending) await end(0);
}

function unexpected(what: string, code: number | null): void {
  if (ending) return;
  process.stderr.write(
    `${what} ended unexpectedly (${code ?? 'killed'}). Its log is in the data folder.\n`,
  );
  void end(1);
}

async function tell(
  options: StartOptions,
  say: (sentence: string) => void,
  told: { relay: string; clients: Client[]; another: string | null; electron: string | undefined },
): Promise<void> {
  const { relay, clients, another, electron } = told;
  const here = relative(process.cwd(), options.data);
  const folder = here === '' || here.startsWith('..') ? options.data : here;
  const beside = [
    'npm start --',
    ...(folder === '.data' ? [] : ['--data', folder]),
    ...(options.import === undefined ? [] : ['--import', `"${options.import}"`]),
  ].join(' ');
  say(`\nBalai runs. The relay is at ${relay}; everything is kept in ${folder}.`);
  if (options.open && electron === undefined) {
    say('Electron cannot be had on this computer, so Balai opens in the browser.');
  }
  for (const { person, url } of clients) {
    if (url === null) say(`${person}: in a window of its own.`);
    else if (options.open && (await openAddress(url)))
      say(`${person}: in the browser. The address works once: ${url}`);
    else say(`${person}: open ${url} (it works once)`);
  }
  if (another !== null) {
    say(`A second person beside it, in another terminal: ${beside} --as "${another}"`);
  }
  if (options.import === undefined) say('Everybody signs in to the demo with the password "demo".');
  say('Ctrl+C ends everything.');
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!ending) void end(0);
  });
}

const json = process.argv.includes('--json');
let dataFolder = root;
try {
  const options = startOptions(process.argv.slice(2), root);
  dataFolder = options.data;
  if (options.help) process.stdout.write(startUsage);
  else await start(options);
} catch (error) {
  const problem = error instanceof StartProblem ? error : diskTrouble(String(error), dataFolder);
  if (problem === undefined) throw error;
  const { code, message } = problem;
  if (json) process.stdout.write(`${JSON.stringify({ problem: code, message })}\n`);
  else process.stderr.write(`${message}\n`);
  await end(1);
}
