import { text } from 'node:stream/consumers';
import { admin } from './admin.ts';

process.exitCode = await admin(process.argv.slice(2), {
  terminal: {
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    input: async () => (process.stdin.isTTY ? undefined : text(process.stdin)),
    progress(line) {
      if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${line}`);
    },
  },
  clock: {
    now: Date.now,
    after(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  },
  random: Math.random,
  env: process.env,
});
