import type { Notification, NotificationConstructorOptions } from 'electron';
import { isPlace } from './deep-links.ts';

export interface Notice {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** A path inside the app. */
  readonly link: string;
}

export interface NotificationsOptions {
  readonly allowed: boolean;
  readonly supported: () => boolean;
  readonly make: (options: NotificationConstructorOptions) => Notification;
  /** The person clicked it. */
  readonly onOpen: (place: string) => void;
}

/** At most so many are kept to be replaced or closed; the system keeps its own list. */
const MOST = 50;

/** Native notifications. One with the id of an earlier one takes its place. */
export class Notifications {
  readonly #options: NotificationsOptions;
  /** Held, since a notification that is collected can no longer be clicked. */
  #shown = new Map<string, Notification>();

  constructor(options: NotificationsOptions) {
    this.#options = options;
  }

  show({ id, title, body, link }: Notice): void {
    const { allowed, supported, make, onOpen } = this.#options;
    if (!allowed || !supported()) return;
    this.#close(id);
    const notification = make({ title, body, silent: false });
    notification.on('click', () => {
      this.#shown.delete(id);
      if (isPlace(link)) onOpen(link);
    });
    notification.on('close', () => {
      if (this.#shown.get(id) === notification) this.#shown.delete(id);
    });
    this.#shown.set(id, notification);
    const oldest = this.#shown.keys().next().value;
    if (this.#shown.size > MOST && oldest !== undefined) this.#close(oldest);
    notification.show();
  }

  #close(id: string): void {
    const notification = this.#shown.get(id);
    this.#shown.delete(id);
    notification?.close();
  }
}
