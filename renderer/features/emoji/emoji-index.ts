/** An emoji, its names in the language of the person, and its forms. */
export interface Emoji {
  readonly emoji: string;
  /** What it is called between colons, the usual name first: `thumbsup`. */
  readonly codes: readonly string[];
  /** What it shows, in the person's language. */
  readonly label: string;
  readonly group: EmojiGroup;
  /** The five skin tones, light to dark; empty where it has none. */
  readonly skins: readonly string[];
  /** The address of its picture, where the workspace has made it; `emoji` is its name then. */
  readonly picture?: string;
}

export const emojiGroups = [
  'smileys',
  'people',
  'nature',
  'food',
  'travel',
  'activities',
  'objects',
  'symbols',
  'flags',
] as const;
export type EmojiGroup = (typeof emojiGroups)[number];

/** An emoji as the data packages tell it. */
export interface RawEmoji {
  readonly unicode: string;
  readonly label: string;
  readonly tags: readonly string[];
  readonly codes: readonly string[];
  readonly group: EmojiGroup;
  readonly skins: readonly string[];
}

interface Entry {
  readonly emoji: Emoji;
  readonly words: readonly string[];
  /** Place in the order of the standard. */
  readonly order: number;
}

const plain = (text: string): string => text.toLocaleLowerCase().normalize('NFC');
const wordsOf = (text: string): string[] =>
  plain(text)
    .split(/[^\p{L}\p{N}+]+/u)
    .filter(Boolean);

/** How well an emoji answers a query; smaller is better, null is not at all. */
function rank({ emoji, words }: Entry, wanted: readonly string[]): number | null {
  const [first = ''] = wanted;
  if (emoji.codes.includes(wanted.join('_'))) return 0;
  if (!wanted.every((part) => words.some((word) => word.startsWith(part)))) return null;
  if (emoji.codes.some((code) => code.startsWith(first))) return 1;
  return plain(emoji.label).startsWith(first) ? 2 : 3;
}

/** All emoji: found by what they are called. Built once for a language. */
export class EmojiIndex {
  readonly all: readonly Emoji[];
  readonly #entries: readonly Entry[];
  readonly #byCode = new Map<string, Emoji>();
  readonly #byEmoji = new Map<string, Emoji>();

  /** `more`: names and words in the person's language, by emoji. */
  constructor(
    raw: readonly RawEmoji[],
    more: (emoji: string) => { label: string; tags: readonly string[] } | undefined = () =>
      undefined,
  ) {
    this.#entries = raw.map(({ unicode, label, tags, codes, group, skins }, order) => {
      const own = more(unicode);
      const emoji: Emoji = { emoji: unicode, codes, label: own?.label ?? label, group, skins };
      const words = new Set([...codes, label, ...tags, ...(own?.tags ?? [])].flatMap(wordsOf));
      for (const code of codes) if (!this.#byCode.has(code)) this.#byCode.set(code, emoji);
      for (const form of [unicode, ...skins]) this.#byEmoji.set(form, emoji);
      return { emoji, words: [...words], order };
    });
    this.all = this.#entries.map((entry) => entry.emoji);
  }

  byCode(code: string): Emoji | undefined {
    return this.#byCode.get(code.toLowerCase());
  }

  /** Of an emoji in any skin tone. */
  find(emoji: string): Emoji | undefined {
    return this.#byEmoji.get(emoji);
  }

  /** Best first. Every word of the query must begin some word of the emoji. */
  search(query: string, limit: number): Emoji[] {
    const wanted = wordsOf(query);
    if (wanted.length === 0) return this.all.slice(0, limit);
    const found: { entry: Entry; score: number }[] = [];
    for (const entry of this.#entries) {
      const score = rank(entry, wanted);
      if (score !== null) found.push({ entry, score });
    }
    return found
      .sort((a, b) => a.score - b.score || a.entry.order - b.entry.order)
      .slice(0, limit)
      .map(({ entry }) => entry.emoji);
  }
}
