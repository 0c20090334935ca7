import { useRef, useState, type RefObject } from 'react';

/** What plays now, of all on the page: another one that begins silences it. */
let playing: HTMLMediaElement | null = null;

/** Farther than any recording goes, s. */
const BEYOND = 1e7;

export interface Sound {
  readonly player: RefObject<HTMLAudioElement | null>;
  readonly playing: boolean;
  /** Where it is, and how long it is, s; null while that is not known. */
  readonly at: number;
  readonly length: number | null;
  readonly failed: boolean;
  readonly toggle: () => void;
  readonly seek: (to: number) => void;
  /** Of the `audio` element. */
  readonly events: {
    onPlay: () => void;
    onPause: () => void;
    onEnded: () => void;
    onTimeUpdate: () => void;
    onDurationChange: () => void;
    onError: () => void;
  };
}

/** Plays a sound; `told`: its length as its sender measured it, s. */
export function useSound(told: number | null): Sound {
  const player = useRef<HTMLAudioElement | null>(null);
  const [on, setOn] = useState(false);
  const [at, setAt] = useState(0);
  const [length, setLength] = useState(told);
  const [failed, setFailed] = useState(false);
  /** While a place is sought, the player passes by others. */
  const seeking = useRef(false);

  const toggle = (): void => {
    const element = player.current;
    if (element === null) return;
    setFailed(false);
    if (!element.paused) return element.pause();
    if (playing !== element) playing?.pause();
    playing = element;
    // `onError` tells of what cannot be played; a pause that comes before it began is no error.
    element.play().catch(() => undefined);
  };
  const seek = (to: number): void => {
    const element = player.current;
    if (element === null) return;
    setAt(to);
    seeking.current = true;
    const went = !element.paused;
    void reachable(element).then(() => {
      element.currentTime = to;
      seeking.current = false;
      if (went && element.paused) element.play().catch(() => undefined);
    });
  };
  return {
    ...{ player, playing: on, at, length, failed, toggle, seek },
    events: {
      onPlay: () => setOn(true),
      onPause: () => setOn(false),
      onEnded: () => {
        if (!seeking.current) setAt(0);
      },
      onTimeUpdate: () => {
        if (!seeking.current) setAt(player.current?.currentTime ?? 0);
      },
      onDurationChange: () => {
        const duration = player.current?.duration ?? Number.NaN;
        if (Number.isFinite(duration)) setLength(duration);
      },
      onError: () => setFailed(true),
    },
  };
}

/**
 * Resolves once every place of it can be gone to. A recording that was written as it went does not
 * say where it ends; asked for a place beyond, the browser finds out.
 */
async function reachable(element: HTMLMediaElement): Promise<void> {
  if (element.readyState === element.HAVE_NOTHING) {
    element.preload = 'metadata';
    element.load();
    await heard(element, 'loadedmetadata');
  }
  if (Number.isFinite(element.duration)) return;
  const known = heard(element, 'durationchange');
  element.currentTime = BEYOND;
  await known;
}

/** Resolves with the event, or where the sound turns out not to be there. */
const heard = (element: HTMLMediaElement, name: string): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      element.removeEventListener(name, end);
      element.removeEventListener('error', end);
      resolve();
    };
    element.addEventListener(name, end);
    element.addEventListener('error', end);
  });
