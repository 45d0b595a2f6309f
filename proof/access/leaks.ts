import type { Engine } from "~/db/_engine/engine.ts";
import type { World } from "./world.ts";
import type { Planted } from "./plant_people.ts";
import { type PrincipalName, seesPoolOf, sight } from "./principals.ts";
import {
  costE4,
  creditLimits,
  type DealerKey,
  dealerKeys,
  onHand,
  type Owner,
  owners,
  phones,
} from "./tenants.ts";

/**
 * Who may meet a word: whoever sees its owner; a shipment's number also who sees the node's ledger; a
 * credential only its holder and who manages the holder; a telephone everybody but auditors.
 */
type Tell = { owner: Owner; alsoOf?: Owner; holder?: string; isPhone?: boolean };

const word = /TNT\d\d|[0-9A-HJKMNP-TV-Z]{26}|[A-Z]{2}-\d{4}-\d{6}|\d[\d,.]{5,}\d/gi;

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
    for (const [node, owner] of Object.entries(ledgerOf)) {
      this.#add(String(onHand[node as keyof typeof onHand]), { owner });
    }
  }

  get size(): number {
    return this.#known.size;
  }

  #add(value: string, tell: Tell): void {
    this.#known.set(value.toUpperCase(), tell);
  }

  /** Words of tenants out of sight that stand in an answer and did not stand in the question. */
  in(answer: string, question: string, asker: PrincipalName, self?: Planted): string[] {
    const seen = new Set(sight[asker].concat(seesPoolOf[asker] ?? []));
    const asked = new Set((question.match(word) ?? []).map(plain));
    const found = new Set<string>();
    for (const [text] of answer.matchAll(word)) {
      const key = plain(text);
      const tell = this.#known.get(key);
      if (!tell || asked.has(key)) continue;
      const isHidden = tell.isPhone && asker === "auditor" ||
        tell.holder && tell.holder !== self?.id && !managers.includes(asker);
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
};
const managers: readonly PrincipalName[] = ["dealer_owner", "operator", "auditor"];

function plain(text: string): string {
  return /^\d/.test(text) && text.length < 26 ? text.replace(/[,.]/g, "") : text.toUpperCase();
}

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
