import type { Page } from 'playwright-core';

/**
 * What a key press is measured up to: other messages in the list, one changed word beside the app,
 * the letter in the field that has the focus, or what the switcher lists for what was typed so far.
 */
export type Until = 'switch' | 'word' | 'letter' | 'results';

declare global {
  interface Window {
    balaiBench: { arm(until: Until): void; measured: Promise<number> };
  }
}

/** Puts into the page what `press` needs. */
export function preparePage(page: Page): Promise<void> {
  return page.evaluate(prepare);
}

/** ms from a key press to the frame that shows its effect. */
export async function press(page: Page, key: string, until: Until): Promise<number> {
  await page.evaluate((what) => window.balaiBench.arm(what), until);
  await page.keyboard.press(key);
  return page.evaluate(() => window.balaiBench.measured);
}

/** Runs in the page. A frame is painted when the task after its animation callback runs. */
function prepare(): void {
  const painted = (): Promise<number> =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now());
        channel.port2.postMessage(null);
      });
    });
  const word = document.createElement('p');
  word.style.cssText = 'position:fixed;inset-block-start:0';
  document.body.append(word);
  const shown = (): string => {
    const messages = [...document.querySelectorAll<HTMLElement>('[data-message]')];
    return `${messages[0]?.dataset['message']} ${messages.at(-1)?.dataset['message']}`;
  };
  /** Whether the switcher lists what belongs to what stands in its field. */
  const answered = (): boolean =>
    document.querySelector('[role=dialog] [role=listbox]:not([aria-busy=true])') !== null;

  const changed = (done: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const watch = new MutationObserver(() => {
        if (!done()) return;
        watch.disconnect();
        resolve();
      });
      const attributeFilter = ['aria-busy'];
      watch.observe(document.body, { childList: true, subtree: true, attributeFilter });
    });
  const typed = (): Promise<void> =>
    new Promise((resolve) => {
      window.addEventListener('input', () => resolve(), { once: true });
    });

  const effects: Record<Until, () => Promise<void>> = {
    switch() {
      const before = shown();
      return changed(() => {
        const now = shown();
        return now !== before && !now.includes('undefined');
      });
    },
    word() {
      word.textContent = String(performance.now());
      return Promise.resolve();
    },
    letter: typed,
    async results() {
      // The first key opens the switcher, those after it type.
      if (document.querySelector('[role=dialog] [role=listbox]') === null) await changed(answered);
      else {
        await typed();
        if (!answered()) await changed(answered);
      }
    },
  };
  const measure = (until: Until): Promise<number> =>
    new Promise((resolve) => {
      const began = (event: KeyboardEvent): void => {
        if (event.key === 'Alt' || event.key === 'Control' || event.key === 'Meta') return;
        window.removeEventListener('keydown', began, true);
        const start = event.timeStamp;
        void effects[until]()
          .then(painted)
          .then((end) => resolve(end - start));
      };
      window.addEventListener('keydown', began, true);
    });
  window.balaiBench = {
    arm: (until) => void (window.balaiBench.measured = measure(until)),
    measured: Promise.resolve(0),
  };
}
