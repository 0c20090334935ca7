import type { Clock } from '../../../shared/domain/clock.ts';

/** Why nothing is recorded; each has a sentence in `files.voice`. */
export type VoiceProblem = 'denied' | 'none' | 'busy';

/** What was recorded, and how long it is, ms. */
export interface Recorded {
  readonly bytes: Blob;
  readonly mediaType: string;
  readonly durationMs: number;
}

export interface VoiceOptions {
  /** `navigator.mediaDevices`; undefined where the page may have none. */
  readonly media: Pick<MediaDevices, 'getUserMedia'> | undefined;
  readonly Recorder: typeof MediaRecorder | undefined;
  readonly clock: Clock;
}

/** The first that the browser writes. */
const TYPES = ['audio/webm;codecs=opus', 'audio/mp4'];
/** Speech needs no more, bits a second. */
const BITS = 32_000;
/** Longer ones end by themselves, ms. */
export const LONGEST_MS = 30 * 60_000;
/** What was recorded so far is kept this often, ms. */
const PIECE_MS = 1_000;

/** Records one voice message at a time. The microphone is let go of as soon as it ends. */
export class VoiceRecorder {
  readonly #options: VoiceOptions;
  #recorder: MediaRecorder | undefined;
  /** Counts beginnings and ends, so that an answer that comes too late is known. */
  #turn = 0;
  #kept = true;

  constructor(options: VoiceOptions) {
    this.#options = options;
  }

  /**
   * Asks for the microphone and begins; null once it records, or was ended meanwhile. `onEnd` is told
   * what was recorded: null where nothing of it is kept.
   */
  async start(onEnd: (recorded: Recorded | null) => void): Promise<VoiceProblem | null> {
    const { media, Recorder, clock } = this.#options;
    const turn = ++this.#turn;
    const mimeType = TYPES.find((type) => Recorder?.isTypeSupported(type) === true);
    if (media === undefined || Recorder === undefined || mimeType === undefined) return 'none';
    let stream: MediaStream;
    try {
      stream = await media.getUserMedia({ audio: true });
    } catch (error) {
      return problemOf(error);
    }
    const release = (): void => {
      for (const track of stream.getTracks()) track.stop();
    };
    if (turn !== this.#turn) {
      release();
      return null;
    }
    const recorder = new Recorder(stream, { mimeType, audioBitsPerSecond: BITS });
    const pieces: Blob[] = [];
    const began = clock.now();
    const cancel = clock.after(LONGEST_MS, () => this.finish());
    recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data));
    // By the person, by its length, or because the microphone was pulled out.
    recorder.addEventListener('stop', () => {
      cancel();
      release();
      if (this.#recorder === recorder) this.#recorder = undefined;
      const mediaType = mimeType.split(';')[0]!;
      const bytes = new Blob(pieces, { type: mediaType });
      const durationMs = Math.max(1, Math.round(clock.now() - began));
      onEnd(this.#kept && bytes.size > 0 ? { bytes, mediaType, durationMs } : null);
    });
    this.#kept = true;
    this.#recorder = recorder;
    recorder.start(PIECE_MS);
    return null;
  }

  /** Ends it; what was recorded is kept. */
  finish(): void {
    this.#end(true);
  }

  /** Ends it; nothing of it is kept. */
  discard(): void {
    this.#end(false);
  }

  #end(kept: boolean): void {
    this.#turn++;
    this.#kept = kept;
    if (this.#recorder?.state === 'recording') this.#recorder.stop();
  }
}

function problemOf(error: unknown): VoiceProblem {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotFoundError' ? 'none' : 'busy';
}
