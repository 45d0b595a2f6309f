import { start, stopOnSignals } from "~/main.ts";
import { readConfig } from "~/routes/_entry/config.ts";
import { surviveStrays } from "~/db/_engine/strays.ts";

/**
 * The real server, told to linger now and then between a commit and its replies, and to say so: the
 * driver kills it there.
 */
surviveStrays();
const lingerMs = Number(Deno.env.get("PROOF_LINGER_MS") ?? 0);
const everyGroup = Number(Deno.env.get("PROOF_LINGER_EVERY") ?? 20);
let groups = 0;
const hooks = lingerMs === 0 ? {} : {
  afterCommit: async () => {
    if (++groups % everyGroup !== 0) return;
    console.log("lingering");
    await new Promise((done) => setTimeout(done, lingerMs));
  },
};
const running = await start(readConfig((name) => Deno.env.get(name)), hooks);
console.log(`ready ${running.url} in ${Math.round(performance.now())} ms`);
stopOnSignals(running);
await running.finished;
