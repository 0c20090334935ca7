import { create } from 'zustand';

/** A short sentence at the edge of the page; it never takes the focus. */
export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly bad: boolean;
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

interface Notices {
  readonly notices: readonly Notice[];
  /** What screen readers are told next, without anything on the screen. */
  readonly said: string;
}

export const useNotices = create<Notices>(() => ({ notices: [], said: '' }));

/** At most so many at a time; older ones give way. */
const MOST = 3;
let last = 0;

/** Shows a sentence for a while. The same sentence twice is shown once. */
export function notify(
  text: string,
  options: { bad?: boolean; action?: Notice['action'] } = {},
): void {
  const notice: Notice = {
    id: ++last,
    text,
    bad: options.bad ?? false,
    action: options.action ?? null,
  };
  useNotices.setState(({ notices }) => ({
    notices: [...notices.filter((other) => other.text !== text), notice].slice(-MOST),
  }));
}

export const dismiss = (id: number): void =>
  useNotices.setState(({ notices }) => ({ notices: notices.filter((other) => other.id !== id) }));

/** Tells screen readers alone. */
export const announce = (text: string): void =>
  // The same words once more are told once more only where they differ in something.
  useNotices.setState(({ said }) => ({ said: said === text ? `${text}\u{a0}` : text }));
