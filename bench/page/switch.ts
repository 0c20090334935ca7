import type { Page } from 'playwright-core';
import { quantile, type Figure } from '../figure.ts';
import { openApp } from './browser.ts';

const SWITCHES = 120;
const WARM_UP = 20;

/**
 * From the key press of Alt+Down to the frame that shows the other channel's messages. Floor: from
 * a key press to the frame that shows one changed word, in the same page.
 */
export async function switchFigure(): Promise<Figure> {
  const { page, close } = await openApp();
  try {
    await page.evaluate(prepare);
    const switches: number[] = [];
    for (let i = 0; i < SWITCHES; i++) switches.push(await press(page, 'Alt+ArrowDown', 'switch'));
    const words: number[] = [];
    for (let i = 0; i < SWITCHES; i++) words.push(await press(page, 'F8', 'word'));
    return {
      name: 'switch.p95_ms',
      value: quantile(switches.slice(WARM_UP), 0.95),
      unit: 'ms',
      floor: quantile(words.slice(WARM_UP), 0.95),
    };
  } finally {
    await close();
  }
}

async function press(page: Page, key: string, what: 'switch' | 'word'): Promise<number> {
  await page.evaluate((kind) => window.balaiBench.arm(kind), what);
  await page.keyboard.press(key);
  return page.evaluate(() => window.balaiBench.measured);
}

declare global {
  interface Window {
    balaiBench: { arm(what: 'switch' | 'word'): void; measured: Promise<number> };
  }
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
  const measure = (what: 'switch' | 'word'): Promise<number> =>
    new Promise((resolve) => {
      const before = shown();
      const began = (event: KeyboardEvent): void => {
        if (event.key === 'Alt') return;
        window.removeEventListener('keydown', began, true);
        const start = event.timeStamp;
        const end = async (): Promise<void> => resolve((await painted()) - start);
        if (what === 'word') {
          word.textContent = String(start);
          return void end();
        }
        const watch = new MutationObserver(() => {
          const now = shown();
          if (now === before || now.includes('undefined')) return;
          watch.disconnect();
          void end();
        });
        watch.observe(document.body, { childList: true, subtree: true });
      };
      window.addEventListener('keydown', began, true);
    });
  window.balaiBench = {
    arm: (what) => void (window.balaiBench.measured = measure(what)),
    measured: Promise.resolve(0),
  };
}
