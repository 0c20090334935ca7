/**
 * What a message's markdown source says, as far as Balai draws it. There is no HTML, image,
 * heading, table or reference in it: what looks like one stays text.
 */
export type Inline =
  | Text
  /** `at`: where the value begins in the source, in UTF-16 units. */
  | { type: 'code'; value: string; at: number }
  | { type: 'break' }
  | { type: 'strong' | 'em' | 'strike'; children: Inline[] }
  /** `literal`: the address itself stands in the text. */
  | { type: 'link'; url: string; literal: boolean; children: Inline[] }
  | { type: 'person'; id: string }
  | { type: 'channel'; id: string }
  | { type: 'group'; id: string }
  | { type: 'everybody'; who: 'channel' | 'here' };

/** `value` stands in the source as it is, at `at`: so a range of the source can be shown in it. */
export interface Text {
  type: 'text';
  value: string;
  at: number;
}

export type Block =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'code'; language: string | null; value: string; at: number }
  | { type: 'quote'; children: Block[] }
  | { type: 'list'; ordered: boolean; start: number; items: Block[][] };

/** Parts of a source, [start, end) in UTF-16 units, ascending. */
export type Ranges = [number, number][];
