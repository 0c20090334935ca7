import { expect, it } from 'vitest';
import { FakeClock } from '../../../shared/testing/clock.ts';
import { LONGEST_MS, VoiceRecorder, type Recorded } from './voice-recorder.ts';

/** A recorder that gives one piece when it is stopped, as a browser's does. */
class FakeRecorder extends EventTarget {
  static readonly all: FakeRecorder[] = [];
  static isTypeSupported = (type: string): boolean => type === 'audio/webm;codecs=opus';
  state = 'inactive';
  readonly words = 'halo';

  constructor() {
    super();
    FakeRecorder.all.push(this);
  }
  start(): void {
    this.state = 'recording';
  }
  stop(): void {
    this.state = 'inactive';
    const data = new Blob([this.words]);
    this.dispatchEvent(Object.assign(new Event('dataavailable'), { data }));
    this.dispatchEvent(new Event('stop'));
  }
}

function desk(getUserMedia?: () => Promise<MediaStream>) {
  FakeRecorder.all.length = 0;
  const clock = new FakeClock();
  const ended: (Recorded | null)[] = [];
  const track = { stopped: 0, stop: () => void track.stopped++ };
  const stream = { getTracks: () => [track] } as unknown as MediaStream;
  const voice = new VoiceRecorder({
    media: { getUserMedia: getUserMedia ?? (() => Promise.resolve(stream)) },
    Recorder: FakeRecorder as unknown as typeof MediaRecorder,
    clock,
  });
  const start = () => voice.start((recorded) => void ended.push(recorded));
  return { voice, start, clock, ended, track, stream };
}

it('records until the person ends it, and lets go of the microphone', async () => {
  const { voice, start, clock, ended, track } = desk();
  expect(await start()).toBeNull();
  clock.advance(7_000);
  expect(track.stopped).toBe(0);
  voice.finish();
  expect(ended).toMatchObject([{ mediaType: 'audio/webm', durationMs: 7_000 }]);
  expect(await ended[0]?.bytes.text()).toBe('halo');
  expect([track.stopped, clock.pending]).toEqual([1, 0]);
});

it('keeps nothing of what is discarded', async () => {
  const { voice, start, ended, track } = desk();
  await start();
  voice.discard();
  expect([ended, track.stopped]).toEqual([[null], 1]);
});

it('ends by itself after half an hour, and where the microphone is pulled out, with what there is', async () => {
  const { start, clock, ended } = desk();
  await start();
  clock.advance(LONGEST_MS);
  expect(ended).toMatchObject([{ durationMs: LONGEST_MS }]);
  await start();
  clock.advance(2_000);
  FakeRecorder.all.at(-1)?.stop();
  expect(ended[1]).toMatchObject({ durationMs: 2_000 });
});

it.each([
  ['denied', new DOMException('', 'NotAllowedError')],
  ['none', new DOMException('', 'NotFoundError')],
  ['busy', new DOMException('', 'NotReadableError')],
])('tells why nothing is recorded: %s', async (problem, error) => {
  const { start, ended } = desk(() => Promise.reject(error));
  expect(await start()).toBe(problem);
  expect(ended).toEqual([]);
});

it('does not begin where the person changed their mind while they were asked', async () => {
  let allow: (stream: MediaStream) => void = () => undefined;
  const { voice, start, ended, track, stream } = desk(
    () => new Promise<MediaStream>((resolve) => (allow = resolve)),
  );
  const started = start();
  voice.discard();
  allow(stream);
  expect(await started).toBeNull();
  expect([FakeRecorder.all.length, track.stopped, ended]).toEqual([0, 1, []]);
});
