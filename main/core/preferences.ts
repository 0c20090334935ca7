import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Preferences } from '../../shared/rpc/views.ts';

/** Each falls back by itself, so that one bad value costs only itself. */
const stored = z.object({
  theme: z.enum(['system', 'light', 'dark', 'contrast']).catch('system'),
  language: z.enum(['system', 'en', 'id', 'ar', 'pseudo']).catch('system'),
  enterSends: z.boolean().catch(true),
  sidebarWidth: z.number().int().min(180).max(480).catch(252),
  foldedSections: z.array(z.string()).catch([]),
  keptFilesMb: z.number().int().min(64).catch(1_000),
  noticeDetail: z.enum(['words', 'names', 'nothing']).catch('words'),
  noticeSound: z.boolean().catch(true),
});

/** How this computer shows things: beside the cache and unencrypted, since the door needs it too. */
export class PreferenceFile {
  readonly #file: string;
  #value: Preferences;

  constructor(file: string) {
    this.#file = file;
    this.#value = stored.parse(read(file));
  }

  get value(): Preferences {
    return this.#value;
  }

  set(change: { [K in keyof Preferences]?: Preferences[K] | undefined }): void {
    const next = { ...this.#value };
    for (const [key, value] of Object.entries(change)) {
      if (value !== undefined) Object.assign(next, { [key]: value });
    }
    this.#value = next;
    mkdirSync(dirname(this.#file), { recursive: true });
    const temporary = `${this.#file}.new`;
    writeFileSync(temporary, JSON.stringify(next, null, 2));
    renameSync(temporary, this.#file);
  }
}

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) ?? {};
  } catch {
    return {};
  }
}
