import { parseArgs } from 'node:util';
import { catchUpFigures } from './core/catchup.ts';
import { millionFigures } from './core/million.ts';
import { openFigures } from './core/open.ts';
import { weekFigures } from './core/week.ts';
import { yearFigures } from './core/year.ts';
import { soakFigures } from './page/soak.ts';
import { scrollFigures, typingFigure } from './page/list.ts';
import { startFigures } from './page/start.ts';
import { switchFigures } from './page/switch.ts';
import { printFigure, type Figure } from './figure.ts';
import { ackFigure } from './relay/ack.ts';
import { fanoutFigures } from './relay/fanout.ts';
import { idleFigure } from './relay/idle.ts';
import { loadFigures, shortLoadFigures } from './relay/load.ts';
import { nodesFigure } from './relay/nodes.ts';
import { relaySearchPostgresFigures } from './relay/search-postgres.ts';
import { relaySearchFigures } from './relay/search.ts';
import { pacedFigure } from './relay/paced.ts';
import { socketIoFigures } from './relay/socketio.ts';
import { sendFigure, sendPostgresFigure } from './relay/send.ts';
import { stormFigure } from './relay/storm.ts';

type Run = () => Figure | Figure[] | Promise<Figure | Figure[]>;
/** Runs, each with the names of what it prints. */
type Runs = readonly (readonly [string, Run])[];

/** The quick set ends within three minutes. */
const quick: Runs = [
  ['ack.p99_ms', ackFigure],
  ['fanout.deliveries_per_s fanout_single.deliveries_per_s', fanoutFigures],
  ['send.durable_per_s', sendFigure],
  ['load.ack_p99_ms load.delivery_p99_ms', shortLoadFigures],
  ['core.open_ms core.page_ms', openFigures],
  ['switch.p95_ms switcher.p95_ms', switchFigures],
  ['typing.p95_ms', typingFigure],
];

/** What takes longer: `--all`, or asked for by name. */
const long: Runs = [
  ['catchup.rows_per_s', catchUpFigures],
  ['scroll.fps_p5 scroll.fps_mean', scrollFigures],
  ['start.usable_ms switcher.p95_ms', startFigures],
  ['soak.heap_mb soak.nodes soak.rss_mb soak.slope', soakFigures],
  ['week.usable_s week.complete_s week.rss_mb', weekFigures],
  ['year.usable_s year.complete_s year.page_p95_ms year.rss_mb', yearFigures],
  [
    'core.open_ms core.rss_mb core.page_p99_ms search.word_p95_ms search.part_p95_ms',
    millionFigures,
  ],
  ['send_pg.durable_per_s', sendPostgresFigure],
  ['paced.delivery_p99_ms', pacedFigure],
  ['load.ack_p99_ms load.delivery_p99_ms', loadFigures],
  ['storm.true_s', stormFigure],
  ['idle.kb_per_connection', idleFigure],
  ['nodes.two_over_one', nodesFigure],
  [
    'socketio.fanout_deliveries_per_s socketio.cut_lost socketio.cut_doubled socketio.cut_whole_s',
    socketIoFigures,
  ],
  ['relay_search.p95_ms relay_search.indexed_per_s', relaySearchFigures],
  ['relay_search_pg.p95_ms relay_search_pg.indexed_per_s', relaySearchPostgresFigures],
];

const usage = `npm run bench -- [--all] [--only NAME]
Prints a JSON line for each figure: {"name", "value", "unit", "floor", "ratio"}.
  --all        also what takes minutes
  --only NAME  only figures whose name begins so, of all there are`;

const { values } = parseArgs({
  options: {
    all: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  process.stdout.write(`${usage}\n`);
} else {
  const runs = values.all || values.only !== '' ? [...quick, ...long] : quick;
  const wanted = runs.filter(([names]) =>
    names.split(' ').some((name) => name.startsWith(values.only)),
  );
  if (wanted.length === 0) {
    process.stderr.write(`no figure begins with ${values.only}\n${usage}\n`);
    process.exit(2);
  }
  for (const [, run] of wanted) for (const figure of [await run()].flat()) printFigure(figure);
}
