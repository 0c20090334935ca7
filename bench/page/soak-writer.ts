import type { ChannelId } from '../../shared/domain/ids.ts';
import { uuid7Generator } from '../../shared/domain/uuid.ts';
import { SeededRandom } from '../../shared/testing/random.ts';
import { nodeClock } from '../../main/entry/node-clock.ts';
import { OfficeTexts } from '../core/office-texts.ts';
import { Line, sends } from '../relay/line.ts';

const A_FRAME = 20;

/** Writes into all channels by turns, a frame at a time, and waits for each to be durable. */
export class SoakWriter {
  readonly #line: Line;
  readonly #channels: readonly ChannelId[];
  readonly #newId = uuid7Generator(nodeClock.now);
  readonly #random = new SeededRandom(5);
  readonly #texts = new OfficeTexts(this.#random);
  #acked: () => void = () => undefined;

  private constructor(line: Line, channels: readonly ChannelId[]) {
    this.#line = line;
    this.#channels = channels;
    line.onText((text) => {
      if (text.startsWith('{"t":"acks"')) this.#acked();
    });
  }

  static async open(
    url: string,
    token: string,
    channels: readonly ChannelId[],
  ): Promise<SoakWriter> {
    return new SoakWriter(await Line.open(url, token), channels);
  }

  async write(messages: number): Promise<void> {
    for (let sent = 0; sent < messages; sent += A_FRAME) {
      const ops = Array.from({ length: A_FRAME }, this.#newId);
      const answered = new Promise<void>((resolve) => (this.#acked = resolve));
      this.#line.send(sends(this.#random.pick(this.#channels), ops, this.#texts.text()));
      await answered;
    }
  }

  close(): void {
    this.#line.close();
  }
}
