import { createRequire } from 'node:module';
import { z } from 'zod';
import { canonicalEmoji } from '../../../../../shared/domain/emoji.ts';

const require = createRequire(import.meta.url);

const skin = z.object({ hexcode: z.string(), unicode: z.string() });
const compact = z.array(skin.extend({ skins: z.array(skin).optional() }));
const shortcodes = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** Slack numbers skin tones from 2, as Fitzpatrick's scale does with its first two in one. */
const TONES: Record<string, string> = {
  '1F3FB': '2',
  '1F3FC': '3',
  '1F3FD': '4',
  '1F3FE': '5',
  '1F3FF': '6',
};

/** `thumbsup::skin-tone-3`, and for two people `::skin-tone-3-5`. */
const NAME = /^([^:]+)(?:::skin-tone-([2-6](?:-[2-6])?))?$/;

let byName: Map<string, string> | undefined;

/** Each of Slack's names with the emoji; with a tone as `name/2`. Data: emojibase's iamcal set. */
function table(): Map<string, string> {
  if (byName !== undefined) return byName;
  const names = shortcodes.parse(require('emojibase-data/en/shortcodes/iamcal.json'));
  const map = new Map<string, string>();
  for (const { hexcode, unicode, skins = [] } of compact.parse(
    require('emojibase-data/en/compact.json'),
  )) {
    for (const name of [names[hexcode] ?? []].flat()) {
      map.set(name, canonicalEmoji(unicode));
      for (const toned of skins) {
        const tones = toned.hexcode.split('-').flatMap((part) => TONES[part] ?? []);
        map.set(`${name}/${tones.join('-')}`, canonicalEmoji(toned.unicode));
      }
    }
  }
  byName = map;
  return map;
}

/** The emoji that Slack calls so, or undefined: then the workspace made it. */
export function emojiOf(name: string): string | undefined {
  const [, base, tone] = NAME.exec(name) ?? [];
  if (base === undefined) return undefined;
  const plain = table().get(base);
  // A tone that this emoji does not come in is dropped.
  return tone === undefined ? plain : (table().get(`${base}/${tone}`) ?? plain);
}

const IN_TEXT = /:([a-z0-9_+'-]+(?:::skin-tone-[2-6](?:-[2-6])?)?):/g;

/** Puts emoji in the place of their names. Names that nobody knows stay. */
export const withEmoji = (text: string): string =>
  text.replace(IN_TEXT, (whole, name: string) => emojiOf(name) ?? whole);
