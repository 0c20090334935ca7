/** What a row shows of who wrote it: not the presence, which changes all day. */
export interface Author {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly bot: boolean;
}
