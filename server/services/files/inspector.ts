import { fork, type ChildProcess } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { ContentType } from './content-type.ts';
import type { Picture } from './picture.ts';

/** One file to be looked at. */
export interface Inspection {
  readonly file: string;
  readonly name: string;
  /** Where its preview goes. */
  readonly preview: string;
  /**
   * `file`: whatever somebody attached. `page`: the picture of a page, of which a small one is
   * enough; of anything but a picture nothing is opened.
   */
  readonly as: 'file' | 'page';
}

/** What the process tells, in this order, as far as it comes. */
export type Told = ContentType | { readonly picture: Picture } | { readonly end: true };

export interface Inspected extends ContentType {
  readonly picture: Picture | undefined;
}

interface Options {
  /** How long one file may take, ms. */
  readonly patience?: number;
  readonly program?: string;
}

const PATIENCE_MS = 20_000;
/** JavaScript's own memory of the process, MiB; what pictures take is bounded by their pixels. */
const HEAP = 192;

const processFile = fileURLToPath(new URL('./inspect-process.ts', import.meta.url));

/**
 * Looks at files one after the other in a process of its own. What makes that process hang or
 * fall is a file like any other, only without a preview.
 */
export class Inspector {
  readonly #patience: number;
  readonly #program: string;
  #child: ChildProcess | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor({ patience = PATIENCE_MS, program = processFile }: Options = {}) {
    this.#patience = patience;
    this.#program = program;
  }

  look(inspection: Inspection): Promise<Inspected> {
    const looked = this.#last.then(() => this.#look(inspection));
    this.#last = looked;
    return looked;
  }

  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  #look(inspection: Inspection): Promise<Inspected> {
    const child = (this.#child ??= this.#start());
    return new Promise((resolve) => {
      let found: Inspected = {
        ...{ mediaType: 'application/octet-stream', ending: '', picture: undefined },
      };
      const end = (): void => {
        clearTimeout(timer);
        child.off('message', told).off('exit', lost);
        resolve(found);
      };
      const lost = (): void => {
        if (this.#child === child) this.#child = undefined;
        child.kill('SIGKILL');
        end();
      };
      const told = (one: Told): void => {
        if ('end' in one) end();
        else found = { ...found, ...one };
      };
      const timer = setTimeout(lost, this.#patience);
      child.on('message', told).once('exit', lost);
      child.send(inspection, (error) => error !== null && lost());
    });
  }

  #start(): ChildProcess {
    const child = fork(this.#program, {
      execArgv: [`--max-old-space-size=${HEAP}`],
      // It needs none of the relay's secrets.
      env: { VIPS_BLOCK_UNTRUSTED: '1' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.on('error', () => {});
    // Messages go before pictures.
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    child.unref();
    child.channel?.unref();
    return child;
  }
}
