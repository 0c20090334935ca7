import type { SeededRandom } from '../../shared/testing/random.ts';

const SYLLABLES =
  'ba be bi bo da di du ga gu ha ja ka ke ki ku la le li ma me na ni nya pa pe ra re ri ro sa se si ta te ti tu wa ya yo an ing ter men per ber kan lah ment tion ware ship'.split(
    ' ',
  );
const COMMON =
  'yang dan di ke dari untuk sudah belum bisa mohon tolong besok hari ini pagi siang the and for please check can you we today tomorrow'.split(
    ' ',
  );

/** Words of an office, the common ones far more often than the rare ones, as in any language. */
export class OfficeTexts {
  readonly words: readonly string[];
  readonly #random: SeededRandom;

  constructor(random: SeededRandom, vocabulary = 20_000) {
    this.#random = random;
    const words = new Set(COMMON);
    while (words.size < vocabulary) {
      const syllables = 2 + random.int(3);
      words.add(Array.from({ length: syllables }, () => random.pick(SYLLABLES)).join(''));
    }
    this.words = [...words];
  }

  /** The words of rank n about 1/n as often as the first (Zipf's law). */
  word(): string {
    const { words } = this;
    return words[Math.floor(words.length ** this.#random.next()) - 1] ?? words[0]!;
  }

  text(): string {
    return Array.from({ length: 3 + this.#random.int(20) }, () => this.word()).join(' ');
  }
}
