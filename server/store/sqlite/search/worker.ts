import { parentPort, workerData } from 'node:worker_threads';
import { answering } from '../answering.ts';
import { openDatabase, type Db } from '../database.ts';
import { IndexFollower } from './follower.ts';
import type { SearchAnswer, SearchAsk, WorkerPlaces } from './messages.ts';
import { isDamage, openIndex, removeIndex } from './schema.ts';
import { Searcher } from './searcher.ts';

/** Rows of one step: some 100 ms. */
const STEP = 2_000;
/** Rows that a search takes up before it answers, so that what was just written is found. */
const BEFORE_SEARCH = 2_000;

/** The thread that keeps the index and searches it, beside the one that serves people. */
const { file, indexFile } = workerData as WorkerPlaces;
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

function answer(asked: SearchAsk): SearchAnswer {
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
answering(parentPort!, (asked: SearchAsk) => mending(() => answer(asked)));
