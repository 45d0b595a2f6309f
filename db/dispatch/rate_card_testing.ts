import type { Engine } from "~/db/_engine/engine.ts";
import { settle, world } from "~/db/inventory/testing.ts";

/** The warehouses of the tests, and a carrier to make rate cards for. */
export async function settleCarrier(engine: Engine): Promise<void> {
  await settle(engine);
  await engine.writer.write((tx) =>
    Promise.resolve(tx.insert("partner", {
      id: "carrier-sf",
      code: "SF",
      kind: "carrier",
      name_zh: "顺丰速运",
      name_en: "SF Express",
      organisation_id: world.organisation.east,
      region_id: world.region.js,
      currency: "CNY",
      sells: 0,
      stocks: 0,
      ships: 1,
      settles: 0,
      state: "active",
      search: "顺丰速运 sf",
      updated_at: "2026-01-01T00:00:00.000Z",
      version: 1,
    }))
  );
}
