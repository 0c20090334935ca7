import type { Notification, NotificationConstructorOptions } from 'electron';
import type { NoticeAnswer } from '../../shared/rpc/notice-api.ts';
import type { NativeNotice } from '../../shared/rpc/shell-api.ts';
import { isPlace } from './deep-links.ts';

export interface NotificationsOptions {
  readonly allowed: boolean;
  readonly supported: () => boolean;
  readonly platform: NodeJS.Platform;
  /** The workspace's: its notifications stand together, and no other's take their place. */
  readonly group: string;
  readonly make: (options: NotificationConstructorOptions) => Notification;
  /** The person clicked it. */
  readonly onOpen: (place: string) => void;
  /** They wrote an answer, or said that they have read it. */
  readonly onAnswer: (answer: NoticeAnswer) => void;
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

  /** Whether any is shown: by policy, and by what the system can. */
  get shows(): boolean {
    return this.#options.allowed && this.#options.supported();
  }

  show(notice: NativeNotice): void {
    const { make, onOpen } = this.#options;
    if (!this.shows) return;
    const { id, title, body, link, silent, again } = notice;
    // The person has put it away.
    if (again && !this.#shown.has(id)) return;
    this.#close(id);
    const notification = make({ title, body, silent, ...this.#native(notice) });
    notification.on('click', () => {
      this.#shown.delete(id);
      if (isPlace(link)) onOpen(link);
    });
    notification.on('close', ({ reason }) => {
      // Windows says so too when it only puts it into its list, from which it can still be taken.
      if (reason === 'timedOut') return;
      if (this.#shown.get(id) === notification) this.#shown.delete(id);
    });
    this.#listen(notice, notification);
    this.#shown.set(id, notification);
    const oldest = this.#shown.keys().next().value;
    if (this.#shown.size > MOST && oldest !== undefined) this.#close(oldest);
    notification.show();
  }

  /** Takes them away; null: all. */
  withdraw(ids: readonly string[] | null): void {
    for (const id of ids ?? [...this.#shown.keys()]) this.#close(id);
  }

  /** What the notifications of macOS and Windows can, and those of Linux cannot. */
  #native({ id, answer }: NativeNotice): NotificationConstructorOptions {
    const { platform, group } = this.#options;
    if (platform !== 'darwin' && platform !== 'win32') return {};
    return {
      // Windows tells them apart by both; macOS by the id alone.
      id: platform === 'darwin' ? `${group}/${id}` : id,
      groupId: group,
      ...(answer === null
        ? {}
        : {
            ...{ hasReply: true, replyPlaceholder: answer.reply },
            actions: [{ type: 'button' as const, text: answer.read }],
          }),
    };
  }

  #listen({ id, answer }: NativeNotice, notification: Notification): void {
    if (answer === null) return;
    const { channelId, rootId, position } = answer;
    const give = (text: string | null): void => {
      this.#options.onAnswer({ channelId, rootId, position, text });
      this.#close(id);
    };
    notification.on('reply', ({ reply }) => {
      // Nothing was written, so nothing was meant.
      if (reply.trim() !== '') give(reply);
    });
    notification.on('action', () => give(null));
  }

  #close(id: string): void {
    const notification = this.#shown.get(id);
    this.#shown.delete(id);
    notification?.close();
  }
}
