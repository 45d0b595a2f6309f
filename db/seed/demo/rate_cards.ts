import type { RateCard, RateZone } from "~/domain/dispatch/rate_card.ts";
import type { Instant } from "~/domain/_kernel/period.ts";
import { named, type Names } from "~/db/seed/say.ts";
import { areas } from "./organisations.ts";

export type Carrier = Names & {
  code: string;
  zone: string;
  /** Of the usual price: one is dear for the first weight and cheap for the rest. */
  first: number;
  step: number;
  extraDays: number;
  /** Where it goes at all. */
  reaches: readonly Distance[];
};

type Distance = "local" | "near" | "far" | "remote";

export const carriers: readonly Carrier[] = [
  {
    code: "C-01",
    ...named("迅驰物流", "Xunchi Logistics"),
    zone: "JS",
    first: 1,
    step: 1,
    extraDays: 0,
    reaches: ["local", "near", "far", "remote"],
  },
  {
    code: "C-02",
    ...named("联运通货运", "Lianyuntong Freight"),
    zone: "HB",
    first: 2.2,
    step: 0.84,
    extraDays: 1,
    reaches: ["local", "near", "far"],
  },
  {
    code: "C-03",
    ...named("远山快运", "Yuanshan Express"),
    zone: "GD",
    first: 0.7,
    step: 1.18,
    extraDays: 0,
    reaches: ["local", "near"],
  },
];

/** For the first 50 kg and each further 10 kg, in fen, with the days on the road. */
const usual: Record<Distance, { firstMinor: number; stepMinor: number; days: number }> = {
  local: { firstMinor: 3500, stepMinor: 95, days: 1 },
  near: { firstMinor: 4800, stepMinor: 150, days: 2 },
  far: { firstMinor: 6600, stepMinor: 260, days: 3 },
  remote: { firstMinor: 9200, stepMinor: 410, days: 5 },
};

/** Provinces by how far they are from a warehouse; those not named are remote. */
const distances: Record<string, Partial<Record<Distance, string>>> = {
  "WH-XZ": { local: "JS", near: "SD AH HA SH", far: "ZJ HE TJ BJ SX HB" },
  "WH-HF": { local: "AH", near: "JS ZJ SH HB JX", far: "SD HA HE TJ FJ HN" },
  "WH-JN": { local: "SD", near: "HE TJ BJ", far: "JS AH HA SX SH ZJ" },
  "WH-WH": { local: "HB", near: "HA HN JX AH", far: "SN CQ GZ SC JS" },
  "WH-CD": { local: "SC", near: "CQ GZ SN", far: "HB HN HA GX" },
  "WH-GZ": { local: "GD", near: "GX HN JX FJ", far: "HB GZ ZJ" },
};

const served = [...new Set([...areas.flatMap(({ zones }) => zones), "SH", "BJ"])].sort();

export function rateCardsOf(node: string, validFrom: Instant): RateCard[] {
  return carriers.map((carrier) => ({
    code: `${node}-${carrier.code}`,
    carrierCode: carrier.code,
    nodeCode: node,
    validFrom,
    validUntil: null,
    zones: served.flatMap((zone) => zoneOf(carrier, zone, distanceOf(node, zone))),
  }));
}

function distanceOf(node: string, zone: string): Distance {
  const found = Object.entries(distances[node] ?? {}).find(([, zones]) =>
    zones!.split(" ").includes(zone)
  );
  return (found?.[0] ?? "remote") as Distance;
}

function zoneOf(carrier: Carrier, zone: string, distance: Distance): RateZone[] {
  if (!carrier.reaches.includes(distance)) return [];
  const { firstMinor, stepMinor, days } = usual[distance];
  const yuan = (minor: number) => ({ amountMinor: Math.round(minor), currency: "CNY" });
  return [{
    zone,
    firstWeightGram: 50_000,
    first: yuan(firstMinor * carrier.first),
    stepWeightGram: 10_000,
    step: yuan(stepMinor * carrier.step),
    leadDays: days + carrier.extraDays,
  }];
}
