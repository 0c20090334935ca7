import { readFileSync } from 'node:fs';

/** Clock ticks of `/proc` a second, on every Linux that Node runs on. */
const TICKS = 100;

/** CPU that a process has used, s, by user and kernel together. Linux alone tells. */
export function cpuSeconds(pid: number): number {
  // The second field is a name in brackets, and may hold anything.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}
