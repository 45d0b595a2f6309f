import type { Engine } from "~/db/_engine/engine.ts";
import type { EventBase } from "~/db/_engine/outbox.ts";
import { type Master, put } from "~/db/_engine/put.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import { sha256 } from "~/db/_engine/digest.ts";
import { findLink, listTokens } from "~/db/platform/credentials.ts";
import { findParty, findPlaces } from "~/db/platform/places.ts";
import { findUser, findUserByLogin, loadUser } from "~/db/platform/users.ts";
import type { Transacted } from "~/db/_engine/transact.ts";
import { loadStockEntryFacts } from "~/db/inventory/stock_entries.ts";
import { loadPlacingFacts, type PlacingQuestion } from "~/db/order/placing_facts.ts";
import { loadPriceRowFacts } from "~/db/policy/price_rows.ts";
import type { By } from "~/domain/_kernel/by.ts";
import type { Decision, RefusalBase } from "~/domain/_kernel/decision.ts";
import { type PostStockEntries, postStockEntries } from "~/domain/inventory/post_stock_entries.ts";
import type { StockEntryLine } from "~/domain/inventory/stock_entry_line.ts";
import { placeOrder } from "~/domain/order/place_order.ts";
import type { PlaceOrder } from "~/domain/order/placing.ts";
import type { OrderSubmitted } from "~/domain/order/events.ts";
import { savePriceRows, type WishedPriceRow } from "~/domain/policy/price/save_price_rows.ts";
import type { UserId } from "~/domain/_kernel/id.ts";
import { Secret } from "~/domain/_kernel/secret.ts";
import { inviteUser } from "~/domain/platform/invite_user.ts";
import { issueToken } from "~/domain/platform/issue_token.ts";
import type { Role } from "~/domain/platform/rights.ts";
import { setPasswordByLink } from "~/domain/platform/set_password.ts";
import type { Grantor } from "~/domain/platform/user.ts";
import { systemUser } from "~/domain/platform/system_user.ts";

type Author = { userId: string; name: string; onBehalfOf: string | null };

const linesInDocument = 500;
const unitsAtOnce = 64;

/** A seed asked for something the business refuses: the generator is wrong, not the business. */
export class SeedRefused extends Error {
  override name = "SeedRefused";
}

/** Fills a world by the same paths as everybody else: puts, documents and decisions, never rows. */
export class Planter {
  constructor(readonly engine: Engine, readonly author: Author = systemUser) {}

  as(author: Author): Planter {
    return new Planter(this.engine, author);
  }

  async act<Loaded, Event extends EventBase, Refusal extends RefusalBase>(
    action: string,
    load: (facts: Reader) => Loaded | Promise<Loaded>,
    decide: (loaded: Loaded, by: By) => Decision<Event, Refusal>,
  ): Promise<Event[]> {
    const decision: Transacted<Event, Refusal> = await this.engine.transact({
      action,
      author: this.author,
      scope: { kind: "all" },
      load,
      decide,
    });
    if (!decision.ok) {
      throw new SeedRefused(`${action}: ${JSON.stringify(decision.refusals.slice(0, 3))}`);
    }
    return decision.events;
  }

  /** Many records of one kind; they share commits. */
  async put<
    Type extends string,
    Record,
    Extra,
    Refusal extends { reason: string },
    Also extends EventBase = never,
  >(
    master: Master<Type, Record, Extra, Refusal, Also>,
    records: readonly Record[],
  ): Promise<void> {
    for (let at = 0; at < records.length; at += unitsAtOnce) {
      await Promise.all(
        records.slice(at, at + unitsAtOnce).map((record) => {
          const { load, decide } = put(master, record, "whatever");
          return this.act(`seed.${master.type}`, load, decide);
        }),
      );
    }
  }

  async prices(list: string, rows: readonly WishedPriceRow[]): Promise<void> {
    for (const part of chunks(rows)) {
      await this.act(
        "price.edit",
        (facts) => loadPriceRowFacts(facts, list, part),
        (facts) => savePriceRows(facts, part),
      );
    }
  }

  /** Receipts of goods. A `source` makes posting them again harmless. */
  async receive(lines: readonly StockEntryLine[], reason: string, source?: string): Promise<void> {
    let part = 0;
    for (const chunk of chunks(lines)) {
      const command: PostStockEntries = {
        kind: "receipt",
        reason,
        source: source && `${source} ${part++}`,
        lines: chunk,
      };
      await this.act(
        "stock.post",
        (facts) => loadStockEntryFacts(facts, command),
        (facts, by) => postStockEntries(facts, command, by),
      );
    }
  }

  /** Invited, and let in with a password whose hash is given; a program needs none. */
  async user(wanted: PlantedUser, passwordHash?: string): Promise<UserId> {
    const { login, name, roles, dealerCode = null, organisationCode = null, language = "zh" } =
      wanted;
    const { regionCodes = [], nodeCodes = [] } = wanted;
    const linkHash = sha256(`seed ${login}`);
    const codes = {
      login,
      name,
      roles,
      language,
      dealerCode,
      organisationCode,
      regionCodes,
      nodeCodes,
    };
    const [invited] = await this.act(
      "user.edit",
      (facts) => {
        const party = findParty(facts, { dealerCode, organisationCode });
        const places = findPlaces(facts, { regionCodes, nodeCodes });
        const isLoginTaken = findUserByLogin(facts, login) !== null;
        return {
          ...party,
          ...places,
          unknown: [...party.unknown, ...places.unknown],
          isLoginTaken,
        };
      },
      (facts, by) => inviteUser(facts, { ...codes, tokenHash: new Secret(linkHash) }, founder, by),
    );
    if (passwordHash) await this.#letIn(invited!.subject, linkHash, passwordHash);
    return invited!.subject;
  }

  async #letIn(userId: UserId, linkHash: string, passwordHash: string): Promise<void> {
    const secrets = { linkHash: new Secret(linkHash), passwordHash: new Secret(passwordHash) };
    await this.act(
      "user.edit",
      (facts) => ({ link: findLink(facts, linkHash), user: findUser(facts, userId) }),
      (facts, by) => setPasswordByLink(facts, { purpose: "invitation", ...secrets }, by),
    );
  }

  /** An API token with a known text, for proofs and benches. */
  async token(userId: UserId, name: string, token: string): Promise<void> {
    await this.act(
      "user.edit",
      (facts) => ({ user: loadUser(facts, userId), tokens: listTokens(facts, userId) }),
      (facts, by) => issueToken(facts, { name, tokenHash: new Secret(sha256(token)) }, founder, by),
    );
  }

  async order(
    command: PlaceOrder,
    question: Omit<PlacingQuestion, "lines" | "channel" | "address" | "externalNumber">,
  ): Promise<OrderSubmitted> {
    const { lines, channel, address, externalNumber } = command;
    const events = await this.act(
      "order.place",
      (facts) => loadPlacingFacts(facts, { ...question, lines, channel, address, externalNumber }),
      (facts, by) => placeOrder(command, facts, by),
    );
    return events.find((event): event is OrderSubmitted => event.type === "OrderSubmitted")!;
  }
}

export type PlantedUser = {
  login: string;
  name: string;
  roles: readonly Role[];
  dealerCode?: string;
  organisationCode?: string;
  regionCodes?: string[];
  nodeCodes?: string[];
  language?: "zh" | "en";
};

/** The operator by whom the first users exist. */
const founder: Grantor = { userId: systemUser.userId, roles: ["operator"], dealerId: null };

function* chunks<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let at = 0; at < items.length; at += linesInDocument) {
    yield items.slice(at, at + linesInDocument);
  }
}
