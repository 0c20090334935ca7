import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { openDatabase, type Db } from '../database.ts';
import { IndexFollower } from './follower.ts';
import type { Asked, Answered, WorkerPlaces } from './messages.ts';
import { isDamage, openIndex, removeIndex } from './schema.ts';
import { Searcher } from './searcher.ts';

/** Rows of one step: some 100 ms. */
const STEP = 2_000;
/** Rows that a search takes up before it answers, so that what was just written is found. */
const BEFORE_SEARCH = 2_000;

/** The thread that keeps the index and searches it, beside the one that serves people. */
const { file, indexFile } = workerData as WorkerPlaces;
const port = parentPort!;
const rows = openDatabase(file);
rows.pragma('query_only = ON');

let index: Db;
let follower: IndexFollower;
let searcher: Searcher;

function open(): void {
  index = openIndex(indexFile);
  follower = new IndexFollower(rows, index);
  searcher = new Searcher(rows, index);
}

/** It can be made again from the rows. */
function openAnew(): void {
  index.close();
  removeIndex(indexFile);
  open();
}

/** Does it, and once more on an empty index where the one there is damaged. */
function mending<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!isDamage(error)) throw error;
    openAnew();
    return act();
  }
}

function answer(asked: Asked): Answered['result'] {
  switch (asked.ask) {
    case 'index':
      return follower.step(STEP);
    case 'search':
      follower.step(BEFORE_SEARCH);
      return searcher.find(asked.question);
    case 'close':
      index.close();
      rows.close();
      return null;
  }
}

mending(open);
port.on('message', (asked: Asked) => {
  try {
    port.postMessage({ id: asked.id, result: mending(() => answer(asked)) } satisfies Answered);
  } catch (error) {
    const { message } = error as Error;
    const store = error instanceof Database.SqliteError;
    port.postMessage({ id: asked.id, result: null, failed: { message, store } } satisfies Answered);
  }
});
