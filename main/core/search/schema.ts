/**
 * The search index, whose rowids are the places of `messages`, without a copy of the texts. Its tokens
 * are made in tokens.ts, so the tokenizer only parts them at spaces (it folds no letter beyond
 * ASCII, and takes each of them for part of a word).
 *
 * `detail=none` leaves out places within a message: an index of half the size, and a phrase is
 * checked on the text itself. Tokens are removed by naming them again, which, other than
 * `contentless_delete`, lets `secure-delete` take them out of the file at once.
 */
export const searchTables = `
CREATE VIRTUAL TABLE terms USING fts5(
  tokens, content='', columnsize=0, detail=none, tokenize='ascii'
);
INSERT INTO terms (terms, rank) VALUES ('secure-delete', 1), ('usermerge', 2);
-- Messages that the index does not hold yet; see index.ts.
CREATE TABLE unindexed (rowid INTEGER PRIMARY KEY);
`;
