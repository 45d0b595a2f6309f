import type { Engine } from "~/db/_engine/engine.ts";
import type { World } from "./world.ts";
import { type PrincipalName, sight } from "./principals.ts";
import {
  costE4,
  creditLimits,
  type DealerKey,
  dealerKeys,
  type Owner,
  owners,
  phones,
} from "./tenants.ts";

/**
 * Who may meet a word: whoever sees its owner; a shipment's number also who sees the node's ledger; a
 * credential only its holder and who manages the holder; a telephone everybody but auditors.
 */
type Tell = { owner: Owner; alsoOf?: Owner; holder?: string; isPhone?: boolean };

/** Who asks: by whose sight, as which user, and what this one may see besides. */
export type Asking = {
  like: PrincipalName;
  self?: { id: string };
  more?: readonly Owner[];
  /** Instead of that sight. */
  only?: readonly Owner[];
};

const word =
  /TNT\d\d|[0-9A-HJKMNP-TV-Z]{26}|[A-Z]{2}-\d{4}-\d{6}|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/gi;

/** Every id, number and distinctive amount of a tenant, and every marker. */
export class Tells {
  #known = new Map<string, Tell>();

  constructor(engine: Engine, dealerIds: Record<DealerKey, string>) {
    for (const [owner, marker] of Object.entries(owners)) {
      this.#add(marker, { owner: owner as Owner });
    }
    this.#add(String(costE4), { owner: "cost" });
    for (const dealer of dealerKeys) {
      this.#add(String(creditLimits[dealer]), { owner: dealer });
      this.#add(phones[dealer], { owner: dealer, isPhone: true });
      for (const query of ofDealer) {
        for (const row of engine.read.all<Record<string, string>>(query, [dealerIds[dealer]])) {
          const { holder, node, ...words } = row;
          const alsoOf = node ? ledgerOf[node] : undefined;
          Object.values(words).forEach((value) => {
            this.#add(value, { owner: dealer, alsoOf, holder });
          });
        }
      }
    }
    for (const { place, on_hand, free } of engine.read.all<Stock>(stocks, [])) {
      const owner = ledgerOf[place]!;
      this.#add(String(on_hand), { owner });
      this.#add(String(free), { owner });
    }
    for (const pools of sums) {
      const [{ on_hand, free }] = engine.read.all(sumOf(pools), []) as [Omit<Stock, "place">];
      const owner = ledgerOf[pools.at(-1)!]!;
      this.#add(String(on_hand), { owner });
      this.#add(String(free), { owner });
    }
    for (const { id, owner } of engine.read.all<{ id: string; owner: Owner }>(strangers, [])) {
      this.#add(id, { owner });
    }
  }

  get size(): number {
    return this.#known.size;
  }

  #add(value: string, tell: Tell): void {
    this.#known.set(value.toUpperCase(), tell);
  }

  /** Words of tenants out of sight that stand in an answer and did not stand in the question. */
  in(answer: string, question: string, { like, self, more = [], only }: Asking): string[] {
    const seen = new Set(only ?? [...sight[like], ...more]);
    const asked = new Set((question.match(word) ?? []).map(plain));
    const found = new Set<string>();
    for (const [text] of answer.matchAll(word)) {
      const key = plain(text);
      const tell = this.#known.get(key);
      if (!tell || asked.has(key)) continue;
      const isHidden = tell.isPhone && like === "auditor" ||
        tell.holder && tell.holder !== self?.id && !managers.includes(like);
      const isSeen = seen.has(tell.owner) || tell.alsoOf && seen.has(tell.alsoOf);
      if (isHidden || !isSeen) found.add(`${key} of ${tell.owner}`);
    }
    return [...found];
  }
}

export function tellsOf({ engine, things }: Pick<World, "engine" | "things">): Tells {
  const { own, dealer_below, other_dealer_same_region, other_region, other_organisation } =
    things.dealer_buyer;
  return new Tells(engine, {
    a: own.dealer.id,
    below: dealer_below.dealer.id,
    b: other_dealer_same_region.dealer.id,
    c: other_region.dealer.id,
    d: other_organisation.dealer.id,
  });
}

const ledgerOf: Record<string, Owner> = {
  N1: "stockNear",
  N1B: "stockBeside",
  N2: "stockNorth",
  N3: "stockSouth",
  EAST: "poolEast",
  NORTH: "poolNorth",
  SOUTH: "poolSouth",
};
const managers: readonly PrincipalName[] = ["dealer_owner", "operator", "auditor"];

function plain(text: string): string {
  return /^\d/.test(text) && text.length < 26 ? text.replace(/[,.]/g, "") : text.toUpperCase();
}

type Stock = { place: string; on_hand: number; free: number };
/** Pools first: where a pool has one node only, the number is the node's. */
const stocks = `
  select p.code as place, s.on_hand, s.on_hand - s.reserved as free
  from pool_stock s join pool p on p.id = s.pool_id
  union all
  select n.code, s.on_hand, s.on_hand - s.pinned
  from node_stock s join node n on n.id = s.node_id where s.on_hand > 1000`;
/** A sum over the pools in sight and one more is that one's. */
const sums = [["EAST", "NORTH"], ["EAST", "NORTH", "SOUTH"]];
const sumOf = (pools: string[]) =>
  `select sum(s.on_hand) as on_hand, sum(s.on_hand - s.reserved) as free
  from pool_stock s join pool p on p.id = s.pool_id join sku k on k.id = s.sku_id
  where k.code = 'WATER' and p.code in (${pools.map((code) => `'${code}'`)})`;
const strangers = `select id, case when name like '${owners.otherHouse}%' then 'otherHouse'
  else 'staffElsewhere' end as owner from app_user
  where name like '${owners.otherHouse}%' or name like '${owners.staffElsewhere}%'`;

const ofDealer = [
  "select id, code from partner where id = ?",
  "select id from address where partner_id = ?",
  "select id, login from app_user where dealer_id = ?",
  "select s.id, s.user_id as holder from session s join app_user u on u.id = s.user_id where u.dealer_id = ?",
  "select t.id, t.user_id as holder from api_token t join app_user u on u.id = t.user_id where u.dealer_id = ?",
  "select id from price_list where dealer_id = ?",
  "select id from credit_account where dealer_id = ?",
  "select id from order_draft where dealer_id = ?",
  "select id, number from sales_order where dealer_id = ?",
  "select f.id, f.number from fulfilment f join sales_order o on o.id = f.order_id where o.dealer_id = ?",
  "select s.id, s.number, n.code as node from shipment s join node n on n.id = s.node_id where s.dealer_id = ?",
  "select id from open_item where dealer_id = ?",
  "select id, number from receipt where dealer_id = ?",
  "select j.id, j.number from journal j join posting p on p.journal_id = j.id where p.partner_id = ?",
];
