import type { Core } from '../../app/core/unbranded.ts';
import type { Format } from '../../i18n/format.ts';
import type { Say, WordKey } from '../../i18n/words.ts';

/** Where a command was written, and with what. */
export interface Call {
  readonly core: Core;
  readonly channelId: string;
  /** The thread; null beside threads. */
  readonly rootId: string | null;
  /** What stands behind the command's name: mentions by their tokens. */
  readonly rest: string;
  /** The same as it was read in the field, with names in place of tokens. */
  readonly shown: string;
  /** ms */
  readonly now: number;
  /** Puts what was typed back into the field: for a form that is given up. */
  readonly giveBack: () => void;
  readonly t: Say;
  readonly format: Format;
}

/**
 * What became of it. `said`: a sentence for the person. `problem`: why nothing was done, in their
 * language, and what to write instead; the text stays where it is.
 */
export type Done = { readonly said: string | null } | { readonly problem: string };

/** One command of the composer. `slash-commands.ts` lists them all. */
export interface SlashCommand {
  /** Its name behind the slash, in English and in Indonesian. */
  readonly names: readonly string[];
  /** What it does. */
  readonly words: WordKey;
  /** What is written behind its name: "when and what". */
  readonly usage: WordKey;
  /** Where it can be used: in conversations too, or in channels alone. */
  readonly where: 'everywhere' | 'channels';
  readonly run: (call: Call) => Done | Promise<Done>;
}
