/**
 * The search index: two tables over the same rowids as `messages`, without a copy of the texts.
 * Their tokens are made in tokens.ts, so the tokenizer only parts them at spaces (it folds no
 * letter beyond ASCII, and takes each of them for part of a word).
 *
 * `words` finds words by their beginnings, `parts` by any three letters. `detail=none` leaves out
 * places within a message: an index of half the size, and a phrase is checked on the text itself.
 *
 * Words are removed by naming them again, which, other than `contentless_delete`, lets
 * `secure-delete` take them out of the file at once.
 */
export const searchTables = `
CREATE VIRTUAL TABLE words USING fts5(
  tokens, content='', columnsize=0, detail=none, tokenize='ascii', prefix='2 3'
);
CREATE VIRTUAL TABLE parts USING fts5(
  tokens, content='', columnsize=0, detail=none, tokenize='ascii'
);
INSERT INTO words (words, rank) VALUES ('secure-delete', 1), ('usermerge', 2);
INSERT INTO parts (parts, rank) VALUES ('secure-delete', 1), ('usermerge', 2);
-- Messages that the index does not hold yet; see index.ts.
CREATE TABLE unindexed (rowid INTEGER PRIMARY KEY);
`;
