import { openReader } from "~/db/_engine/native.ts";
import { start, stopOnSignals } from "~/main.ts";
import { readConfig } from "~/routes/_entry/config.ts";
import { surviveStrays } from "~/db/_engine/strays.ts";

/**
 * The real server, told to linger now and then between a commit that holds an order and its replies,
 * and to say so: the driver kills it there.
 */
surviveStrays();
const lingerMs = Number(Deno.env.get("PROOF_LINGER_MS") ?? 0);
const everyGroup = Number(Deno.env.get("PROOF_LINGER_EVERY") ?? 20);
const config = readConfig((name) => Deno.env.get(name));
let [groups, drawn] = [0, 0];
let reader: ReturnType<typeof openReader> | undefined;

/** How many order numbers were ever drawn: a group that draws one holds an order. */
function drawnByNow(): number {
  reader ??= openReader(config.databasePath);
  const sql = "select sum(next_value) as n from number_series where series = 'SO'";
  return reader.all<{ n: number | null }>(sql, [])[0]!.n ?? 0;
}

const hooks = lingerMs === 0 ? {} : {
  afterCommit: async () => {
    const before = drawn;
    drawn = drawnByNow();
    if (drawn === before || ++groups % everyGroup !== 0) return;
    console.log("lingering");
    await new Promise((done) => setTimeout(done, lingerMs));
  },
};
const running = await start(config, hooks);
console.log(`ready ${running.url} in ${Math.round(performance.now())} ms`);
stopOnSignals(running);
await running.finished;
