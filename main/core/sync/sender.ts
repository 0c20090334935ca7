import { limits } from '../../../shared/protocol/limits.ts';
import type { Up, UpFrame } from '../../../shared/protocol/up.ts';
import type { Outbox } from '../outbox/outbox.ts';

/** Commands under way at once. The relay answers in order, so more only costs memory. */
const WINDOW = 256;
/** A frame stays well below the relay's bound, whatever its texts weigh in UTF-8. */
const FRAME_UNITS = limits.frameBytes / 4;

/**
 * S7: sends what waits, in the order of writing. The relay carries out one connection's commands
 * in their order, so first-in-first-out holds in every lane while all lanes flow.
 */
export class Sender {
  readonly #outbox: Outbox;
  readonly #send: (frame: UpFrame) => boolean;

  constructor(outbox: Outbox, send: (frame: UpFrame) => boolean) {
    this.#outbox = outbox;
    this.#send = send;
  }

  /** Fills the window. Call it whenever something was written, acknowledged or connected. */
  pump(): void {
    while (this.#outbox.underWay < WINDOW) {
      const room = Math.min(limits.commandsPerFrame, WINDOW - this.#outbox.underWay);
      const commands: Up<'commands'>['commands'] = [];
      let units = 0;
      for (const { op, name, args } of this.#outbox.unsent(room)) {
        units += JSON.stringify(args).length;
        if (commands.length > 0 && units > FRAME_UNITS) break;
        commands.push({ op, name, args });
      }
      if (commands.length === 0 || !this.#send({ t: 'commands', commands })) return;
      this.#outbox.markSent(commands.map(({ op }) => op));
    }
  }
}
