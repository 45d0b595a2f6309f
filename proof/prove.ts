import { proveNorthwind } from "./books/northwind/northwind.ts";
import { proveCrash } from "./crash/crash.ts";
import { proveFsync } from "./crash/fsync.ts";
import { proveLastUnit } from "./crash/last_unit.ts";

/** The long proofs, by name, with the numbers they reached. */
const proofs: Record<string, (args: string[]) => Promise<unknown>> = {
  crash: ([kills = "200"]) =>
    proveCrash({
      kills: Number(kills),
      acknowledged: Number(kills) * 100,
      inReply: Math.ceil(Number(kills) / 4),
    }),
  fsync: ([orders = "500"]) => proveFsync({ orders: Number(orders), clients: 8 }),
  northwind: ([folder]) => proveNorthwind(folder),
  last_unit: ([rounds = "300"]) => proveLastUnit({ rounds: Number(rounds), sockets: 200 }),
};

const [name, ...args] = Deno.args;
const chosen = name === undefined ? Object.keys(proofs) : [name];
for (const each of chosen) {
  const prove = proofs[each];
  if (!prove) {
    console.error(`There is no proof called ${each}. There are: ${Object.keys(proofs).join(", ")}`);
    Deno.exit(2);
  }
  const startedMs = performance.now();
  const result = await prove(args);
  console.log(
    JSON.stringify({
      proof: each,
      seconds: Math.round((performance.now() - startedMs) / 100) / 10,
      result,
    }),
  );
}
