import { PASSING_MS } from '../router/passing.ts';

let wanted = '';
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Gives the window its title, soon: the system draws the window's frame anew for each, which would
 * hold up somebody who passes through channels. However often it is asked, the newest one comes.
 */
export function nameWindow(title: string): void {
  wanted = title;
  timer ??= setTimeout(() => {
    timer = undefined;
    document.title = wanted;
  }, PASSING_MS);
}
