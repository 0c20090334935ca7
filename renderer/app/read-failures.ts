import { create } from 'zustand';

/** Counts questions that the core could not answer, so that the frame can say it once, in words. */
export const useReadFailures = create<{ count: number }>(() => ({ count: 0 }));

/** For the log of the window; the person is told in their language by the frame. */
export function reportReadFailure(method: string, error: unknown): void {
  reportError(new Error(`the core could not answer ${method}`, { cause: error }));
  useReadFailures.setState(({ count }) => ({ count: count + 1 }));
}
