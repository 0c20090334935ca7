import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { paths } from '../../shared/protocol/http.ts';
import type { DataLayout } from './data-layout.ts';

const ANSWER_MS = 2_000;
const running = z.object({ relay: z.string(), pid: z.number() });

/** The relay that an earlier start runs for this data folder; undefined where none answers. */
export async function findRunning({ running: file }: DataLayout): Promise<string | undefined> {
  try {
    const { relay, pid } = running.parse(JSON.parse(readFileSync(file, 'utf8')));
    process.kill(pid, 0);
    const answer = await fetch(relay + paths.workspace, { signal: AbortSignal.timeout(ANSWER_MS) });
    return answer.ok ? relay : undefined;
  } catch {
    return undefined;
  }
}

export function noteRunning({ running: file }: DataLayout, relay: string): () => void {
  writeFileSync(file, JSON.stringify({ relay, pid: process.pid }), { mode: 0o600 });
  return () => rmSync(file, { force: true });
}
