/** Whose rows are marked. A marker stands in every text field of its owner: `TNT11~`, in codes `TNT11-`. */
export const owners = {
  /** The dealer from whose side the matrix looks. */
  a: "TNT11",
  /** A dealer of level 2 under it. */
  below: "TNT12",
  /** Another dealer of the same region. */
  b: "TNT21",
  /** A dealer of another region. */
  c: "TNT31",
  /** A dealer of another organisation. */
  d: "TNT41",
  /** What lies and moves at a node. */
  stockNear: "TNT60",
  stockBeside: "TNT61",
  stockNorth: "TNT62",
  stockSouth: "TNT63",
  /** Our own people who have nothing to do with any of these dealers. */
  staffElsewhere: "TNT70",
  /** What a pool can promise. */
  poolEast: "TNT65",
  poolNorth: "TNT66",
  poolSouth: "TNT67",
  cost: "TNT80",
  /** What the other organisation keeps for itself: its price list, its people. */
  otherHouse: "TNT91",
} as const;

export type Owner = keyof typeof owners;
export type DealerKey = "a" | "below" | "b" | "c" | "d";
export const dealerKeys: readonly DealerKey[] = ["a", "below", "b", "c", "d"];

export const mark = (owner: Owner, text: string): string => `${owners[owner]}~${text}`;
export const markCode = (owner: Owner, text: string): string => `${owners[owner]}-${text}`;

export type Place = { organisation: string; region: string; pool: string; node: string };
const east = { organisation: "QY", region: "EAST", pool: "EAST" };
const north = { organisation: "QY", region: "NORTH", pool: "NORTH", node: "N2" };
const south = { organisation: "QN", region: "SOUTH", pool: "SOUTH", node: "N3" };

/** The goods of the dealer beside lie only in the node beside, so that no warehouse sees both. */
export const places: Record<DealerKey, Place & { sku: string }> = {
  a: { ...east, node: "N1", sku: "WATER" },
  below: { ...east, node: "N1", sku: "WATER" },
  b: { ...east, node: "N1B", sku: "TEA" },
  c: { ...north, sku: "WATER" },
  d: { ...south, sku: "WATER" },
};

/** Numbers by which an amount is known wherever it is shown. */
export const creditLimits: Record<DealerKey, number> = {
  a: 91_110_711,
  below: 91_120_713,
  b: 91_210_717,
  c: 91_310_719,
  d: 91_410_723,
};
/** What nobody but finance, operators and auditors may know of a product. */
export const costE4 = 123_456_789;
/** A dealer's telephone, which auditors do not see. */
export const phones: Record<DealerKey, string> = {
  a: "13911110711",
  below: "13911210713",
  b: "13921110717",
  c: "13931110719",
  d: "13941110723",
};
export const onHand = {
  N1: 7_301_131,
  N1B: 7_302_137,
  N2: 7_303_139,
  N3: 7_304_149,
} as const;
