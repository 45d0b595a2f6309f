import { proveNorthwind } from "./books/northwind/northwind.ts";
import { crashFaults, proveCrash } from "./crash/crash.ts";
import { fsyncFaults, proveFsync } from "./crash/fsync.ts";
import { lastUnitFaults, proveLastUnit } from "./crash/last_unit.ts";
import { tell, type Verdict } from "./_kit/verdict.ts";

/** The long proofs, by name: the numbers they reached, and what they say against the promise. */
const proofs: Record<string, (args: string[]) => Promise<Verdict>> = {
  async crash([kills = "200"]) {
    const goal = {
      kills: Number(kills),
      acknowledged: Number(kills) * 100,
      inReply: Math.ceil(Number(kills) / 4),
    };
    const result = await proveCrash(goal);
    return { result, faults: crashFaults(result, goal) };
  },
  async fsync([orders = "500"]) {
    const result = await proveFsync({ orders: Number(orders), clients: 8 });
    return { result, faults: fsyncFaults(result) };
  },
  async northwind([folder]) {
    return { result: await proveNorthwind(folder), faults: [] };
  },
  async last_unit([rounds = "300"]) {
    const result = await proveLastUnit({ rounds: Number(rounds), sockets: 200 });
    return { result, faults: lastUnitFaults(result) };
  },
};

const [name, ...args] = Deno.args;
const chosen = name === undefined ? Object.keys(proofs) : [name];
const unknown = chosen.find((each) => !(each in proofs));
if (unknown !== undefined) {
  console.error(
    `There is no proof called ${unknown}. There are: ${Object.keys(proofs).join(", ")}`,
  );
  Deno.exit(2);
}
let allKept = true;
for (const each of chosen) {
  const isKept = await tell(each, () => proofs[each]!(args));
  allKept &&= isKept;
}
Deno.exit(allKept ? 0 : 1);
