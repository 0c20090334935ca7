import type { ChannelId, DeviceId } from '../../shared/domain/ids.ts';
import { uuid7Generator } from '../../shared/domain/uuid.ts';
import { paths, sessionGranted } from '../../shared/protocol/http.ts';
import { SeededRandom } from '../../shared/testing/random.ts';
import { nodeClock } from '../../main/entry/node-clock.ts';
import type { MissedWeek } from '../core/missed-week.ts';
import { OfficeTexts } from '../core/office-texts.ts';
import { Line, sends } from '../relay/line.ts';

const A_FRAME = 20;

/** Writes into all channels by turns, a frame at a time, and waits for each to be durable. */
export class SoakWriter {
  readonly #url: string;
  readonly #week: MissedWeek;
  readonly #newId = uuid7Generator(nodeClock.now);
  readonly #random = new SeededRandom(5);
  readonly #texts = new OfficeTexts(this.#random);

  constructor(url: string, week: MissedWeek) {
    this.#url = url;
    this.#week = week;
  }

  /** On a session of its own, since the run takes longer than an access token is good for. */
  async write(messages: number): Promise<void> {
    const line = await Line.open(this.#url, await this.#token());
    let acked: () => void = () => undefined;
    line.onText((text) => {
      if (text.startsWith('{"t":"acks"')) acked();
    });
    for (let sent = 0; sent < messages; sent += A_FRAME) {
      const ops = Array.from({ length: A_FRAME }, this.#newId);
      const answered = new Promise<void>((resolve) => (acked = resolve));
      const channelId: ChannelId = this.#random.pick(this.#week.channels);
      line.send(sends(channelId, ops, this.#texts.text()));
      await answered;
    }
    line.close();
  }

  async #token(): Promise<string> {
    const { writer: name, password } = this.#week;
    const device = { id: this.#newId() as DeviceId, name: 'bench' };
    const answer = await fetch(this.#url + paths.session, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, password, device }),
    });
    if (!answer.ok) throw new Error(`the writer cannot sign in: ${answer.status}`);
    return sessionGranted.parse(await answer.json()).accessToken;
  }
}
