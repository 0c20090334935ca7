/** What a row shows of who wrote it: not the presence, which changes all day, but whether they work. */
export interface Author {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly bot: boolean;
  /** They are off: see `OffView`. */
  readonly off: boolean;
}
