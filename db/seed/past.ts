import type { Engine } from "~/db/_engine/engine.ts";
import { type Author, makeTransact } from "~/db/_engine/transact.ts";
import { writers } from "~/db/writers.ts";
import { encodeId } from "~/domain/_kernel/id.ts";
import type { Instant } from "~/domain/_kernel/period.ts";
import { systemUser } from "~/domain/platform/system_user.ts";
import { Planter } from "./planter.ts";
import type { Random } from "./random.ts";

/**
 * An engine whose units happen at instants long gone. Each unit carries its own clock, so that many
 * may wait for one commit. Nobody listens: what follows from the past is done by the seed itself.
 */
export class Past {
  constructor(readonly engine: Engine, readonly chance: Random) {}

  at(at: Instant, author: Author = systemUser): Planter {
    const { writer, read } = this.engine;
    const seams = {
      now: () => at,
      newId: () => encodeId(Date.parse(at), this.chance.bytes(10)),
      chance: (bytes: number) => this.chance.bytes(bytes),
    };
    const transact = makeTransact({ writer, read, writers, seams }, () => {});
    return new Planter({ ...this.engine, seams, transact }, author);
  }
}
