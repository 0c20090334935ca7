import type { Clock } from '../../../shared/domain/clock.ts';
import { draftId, MAX_DRAFT } from '../../../shared/domain/kinds/draft.ts';
import type { DraftView, MessageView } from '../../../shared/rpc/views.ts';
import type { Core } from '../../app/core/unbranded.ts';

/** A draft is written down after nothing was typed for so long, ms. */
const PAUSE = 600;

interface Sheet {
  readonly channelId: string;
  readonly rootId: string | null;
  text: string;
  /** Typed here and not yet with the core. */
  dirty: boolean;
  cancel: (() => void) | null;
}

/** A change of a message that was begun: from what, and the text as it is by now. */
export interface BegunEdit {
  readonly from: MessageView;
  readonly source: string;
}

/**
 * What was begun and not sent, for each channel and thread. The newest keystroke is always here;
 * the core, which keeps it and carries it to the person's other devices, gets it a moment later.
 */
export class DraftDesk {
  readonly #core: Pick<Core, 'setDraft'>;
  readonly #clock: Clock;
  readonly #onError: (error: unknown) => void;
  readonly #sheets = new Map<string, Sheet>();
  /** Kept until they are saved or given up, for whoever goes to look something up elsewhere. */
  readonly #edits = new Map<string, BegunEdit>();
  readonly #listeners = new Set<() => void>();
  #loaded = false;

  constructor(core: Pick<Core, 'setDraft'>, clock: Clock, onError: (error: unknown) => void) {
    this.#core = core;
    this.#clock = clock;
    this.#onError = onError;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The markdown source; undefined while the core has not said what there is. */
  text(channelId: string, rootId: string | null): string | undefined {
    const known = this.#sheets.get(draftId(channelId, rootId))?.text;
    return known ?? (this.#loaded ? '' : undefined);
  }

  /** Takes what the core has. What was typed here since stays. */
  receive(drafts: readonly DraftView[]): void {
    this.#loaded = true;
    const gone = new Set(this.#sheets.keys());
    for (const { channelId, rootId, text } of drafts) {
      gone.delete(draftId(channelId, rootId));
      const sheet = this.#sheet(channelId, rootId);
      if (!sheet.dirty) sheet.text = text;
    }
    for (const id of gone) if (this.#sheets.get(id)?.dirty === false) this.#sheets.delete(id);
    this.#tell();
  }

  /** The person typed. */
  write(channelId: string, rootId: string | null, text: string): void {
    const sheet = this.#sheet(channelId, rootId);
    if (sheet.text === text) return;
    sheet.text = text;
    sheet.dirty = true;
    sheet.cancel?.();
    sheet.cancel = this.#clock.after(PAUSE, () => this.#keep(sheet));
  }

  /** What was taken from the field comes back to it, after what was typed there since. */
  giveBack(channelId: string, rootId: string | null, text: string): void {
    const since = (this.text(channelId, rootId) ?? '').trimEnd();
    this.write(channelId, rootId, since === '' ? text : `${since}\n${text}`);
    this.flush();
    this.#tell();
  }

  edit(messageId: string): BegunEdit | undefined {
    return this.#edits.get(messageId);
  }

  keepEdit(edit: BegunEdit): void {
    this.#edits.set(edit.from.id, edit);
  }

  endEdit(messageId: string): void {
    this.#edits.delete(messageId);
  }

  /** Writes down at once what waits: before a switch, and before the page goes. */
  flush(): void {
    for (const sheet of this.#sheets.values()) if (sheet.dirty) this.#keep(sheet);
  }

  /** Another person may sign in: nothing of this one's stays. */
  forget(): void {
    for (const sheet of this.#sheets.values()) sheet.cancel?.();
    this.#sheets.clear();
    this.#edits.clear();
    this.#loaded = false;
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  #sheet(channelId: string, rootId: string | null): Sheet {
    const id = draftId(channelId, rootId);
    const known = this.#sheets.get(id);
    if (known !== undefined) return known;
    const sheet: Sheet = { channelId, rootId, text: '', dirty: false, cancel: null };
    this.#sheets.set(id, sheet);
    return sheet;
  }

  #keep(sheet: Sheet): void {
    sheet.cancel?.();
    sheet.cancel = null;
    const { channelId, rootId, text } = sheet;
    // The field takes no more; only many long names in it can become more as ids.
    if (text.length > MAX_DRAFT) return;
    this.#core.setDraft({ channelId, rootId, text }).then(() => {
      // Typed further meanwhile: the next pause writes that down.
      if (sheet.text === text) sheet.dirty = false;
    }, this.#onError);
  }
}
