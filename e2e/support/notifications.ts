import type { Page } from 'playwright-core';

/** A notification that stands on somebody's screen. */
export interface Stands {
  readonly title: string;
  readonly body: string;
  readonly silent: boolean;
}

/**
 * The person has allowed notifications, and the test sees those that stand: a browser without a
 * desktop has nowhere to show them. The page is loaded anew.
 */
export async function seeNotifications(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const standing = new Map<string, EventTarget & Stands>();
    class Shown extends EventTarget {
      static readonly permission = 'granted';
      readonly title: string;
      readonly body: string;
      readonly tag: string;
      readonly silent: boolean;
      constructor(title: string, { body = '', tag = '', silent = null }: NotificationOptions) {
        super();
        this.title = title;
        this.body = body;
        this.tag = tag;
        this.silent = silent === true;
        standing.set(tag, this);
      }
      close(): void {
        if (standing.get(this.tag) === this) standing.delete(this.tag);
        this.dispatchEvent(new Event('close'));
      }
    }
    Object.assign(globalThis, { Notification: Shown, standing });
  });
  await page.reload();
}

type Standing = Map<string, EventTarget & Stands>;

export const notifications = (page: Page): Promise<Stands[]> =>
  page.evaluate(() => {
    const { standing } = globalThis as unknown as { standing: Standing };
    return [...standing.values()].map(({ title, body, silent }) => ({ title, body, silent }));
  });

/** The person clicks the only one that stands. */
export const clickNotification = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { standing } = globalThis as unknown as { standing: Standing };
    for (const one of [...standing.values()]) one.dispatchEvent(new Event('click'));
  });
