import { canonicalEmoji } from '../../../shared/domain/emoji.ts';
import { drawable } from './drawable.ts';
import { EmojiIndex, type EmojiGroup, type RawEmoji } from './emoji-index.ts';

/** What emoji are called in other languages, by Unicode's CLDR; loaded when somebody needs it. */
const OWN_NAMES = {
  id: () => import('cldr-annotations-full/annotations/id/annotations.json'),
  ar: () => import('cldr-annotations-full/annotations/ar/annotations.json'),
};

/** Languages with emoji names of their own; others have the English ones. */
type EmojiLanguage = 'en' | keyof typeof OWN_NAMES;

/** By the numbers of emojibase; "components" are no emoji of their own. */
const GROUPS: Readonly<Record<number, EmojiGroup>> = {
  0: 'smileys',
  1: 'people',
  3: 'nature',
  4: 'food',
  5: 'travel',
  6: 'activities',
  7: 'objects',
  8: 'symbols',
  9: 'flags',
};

const SINGLE_TONES = 5;

async function loadRaw(canDraw: (emoji: string) => boolean): Promise<RawEmoji[]> {
  const [{ default: data }, { default: shortcodes }] = await Promise.all([
    import('emojibase-data/en/compact.json'),
    import('emojibase-data/en/shortcodes/iamcal.json'),
  ]);
  return data
    .filter((one) => one.group !== undefined && GROUPS[one.group] !== undefined)
    .filter(({ unicode }) => canDraw(unicode))
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .map(({ unicode, label, tags, hexcode, group, skins }) => {
      const codes = shortcodes[hexcode] ?? [];
      return {
        unicode: canonicalEmoji(unicode),
        label,
        tags: tags ?? [],
        codes: typeof codes === 'string' ? [codes] : codes,
        group: GROUPS[group ?? 0] ?? 'symbols',
        // Two people may have two tones, which makes 25; one tone for both is offered.
        skins:
          skins?.length === SINGLE_TONES ? skins.map((skin) => canonicalEmoji(skin.unicode)) : [],
      };
    });
}

async function build(
  language: EmojiLanguage,
  canDraw: (emoji: string) => boolean,
): Promise<EmojiIndex> {
  const raw = await loadRaw(canDraw);
  if (language === 'en') return new EmojiIndex(raw);
  const { default: file } = await OWN_NAMES[language]();
  const names: Readonly<Record<string, { default?: string[]; tts?: string[] } | undefined>> =
    file.annotations.annotations;
  return new EmojiIndex(raw, (emoji) => {
    // The names are kept without the sign that asks for the coloured form.
    const own = names[emoji] ?? names[emoji.replaceAll('\u{fe0f}', '')];
    const label = own?.tts?.[0];
    return label === undefined ? undefined : { label, tags: own?.default ?? [] };
  });
}

const loading = new Map<EmojiLanguage, Promise<EmojiIndex>>();
const loaded = new Map<EmojiLanguage, EmojiIndex>();

const languageOf = (language: string): EmojiLanguage =>
  Object.hasOwn(OWN_NAMES, language) ? (language as keyof typeof OWN_NAMES) : 'en';

/** The emoji that this system can draw, in a language: loaded when first needed, then kept. */
export function loadEmoji(language: string, canDraw = drawable): Promise<EmojiIndex> {
  const key = languageOf(language);
  const known = loading.get(key);
  if (known !== undefined) return known;
  const made = build(key, canDraw()).then((index) => {
    loaded.set(key, index);
    return index;
  });
  loading.set(key, made);
  return made;
}

/** The same, if they are here already. */
export const emojiNow = (language: string): EmojiIndex | null =>
  loaded.get(languageOf(language)) ?? null;
