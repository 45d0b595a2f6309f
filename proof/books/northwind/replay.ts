import type { Engine } from "~/db/_engine/engine.ts";
import type { TestClock } from "~/db/_engine/testing.ts";
import { fulfilmentsOf } from "~/db/dispatch/fulfilments.ts";
import { loadReleaseFacts, loadShippingFacts } from "~/db/dispatch/shipping_facts.ts";
import { findProduct, products } from "~/db/product/products.ts";
import { Planter } from "~/db/seed/planter.ts";
import type { OrderId, PartnerId, UserId } from "~/domain/_kernel/id.ts";
import { type Day, hourMs, plusDays, plusMs, startOfDay } from "~/domain/_kernel/period.ts";
import { releaseOrder } from "~/domain/dispatch/release_order.ts";
import { shipParcel } from "~/domain/dispatch/ship_parcel.ts";
import type { Product } from "~/domain/product/product.ts";
import { Relay } from "~/jobs/_engine/relay.ts";
import { noWakeUps } from "~/jobs/_engine/wake_ups.ts";
import { listeners } from "~/jobs/mod.ts";
import { addressOf } from "./addresses.ts";
import { carrierOf, skuOf } from "./names.ts";
import type { Source, SourceOrder, SourceRow } from "./source.ts";

/** The books once more, a day at a time, with the clock of that day. What one day holds shares commits. */
export class Replay {
  #planter: Planter;
  #relay: Relay;
  #customers: Map<string, SourceRow>;
  #employees: Map<string, { userId: UserId; name: string }>;
  #dealers = new Map<string, PartnerId>();
  #placed = new Map<string, OrderId>();

  constructor(
    readonly engine: Engine,
    readonly clock: TestClock,
    readonly source: Source,
    employees: ReadonlyMap<string, UserId>,
  ) {
    this.#planter = new Planter(engine);
    this.#relay = new Relay({ engine, listeners, queue: noWakeUps });
    this.#customers = new Map(source.customers.map((row) => [row.CustomerID!, row]));
    this.#employees = new Map(
      source.employees.map(({ EmployeeID, FirstName, LastName }) => [EmployeeID!, {
        userId: employees.get(EmployeeID!)!,
        name: `${FirstName} ${LastName}`,
      }]),
    );
  }

  async run(): Promise<void> {
    const { orders } = this.source;
    await this.#loadDealers();
    const placedOn = Map.groupBy(orders, ({ orderedOn }) => orderedOn);
    const shippedOn = Map.groupBy(orders, (order) => order.shippedOn);
    const withdrawnOn = Map.groupBy(this.#withdrawals(), ({ day }) => day);
    const days = [...placedOn.keys(), ...shippedOn.keys(), ...withdrawnOn.keys()]
      .filter((day) => day !== null);
    for (const day of [...new Set(days)].sort()) {
      this.clock.set(plusMs(startOfDay(day), 9 * hourMs));
      for (const { sku } of withdrawnOn.get(day) ?? []) await this.#withdraw(sku);
      await Promise.all((placedOn.get(day) ?? []).map((order) => this.#place(order)));
      await this.#relay.wake();
      const leaving = shippedOn.get(day) ?? [];
      await Promise.all(leaving.map((order) => this.#release(order)));
      await Promise.all(leaving.map((order) => this.#ship(order)));
    }
    await this.#relay.wake();
  }

  async #loadDealers(): Promise<void> {
    const system = this.engine.asSystem("the books are replayed for every dealer");
    const rows = await system.from("partner").select(["id", "code"]).where("kind", "=", "dealer")
      .execute();
    this.#dealers = new Map(rows.map(({ code, id }) => [code, id as PartnerId]));
  }

  /** A discontinued product is withdrawn on the morning after its last order. */
  #withdrawals(): { sku: string; day: Day }[] {
    const { products, orders } = this.source;
    return products.filter(({ Discontinued }) => Discontinued === "1").map(({ ProductID }) => {
      const last = orders.findLast(({ lines }) => lines.some((line) => line.product === ProductID));
      return { sku: skuOf(ProductID!), day: plusDays(last!.orderedOn, 1) };
    });
  }

  async #withdraw(sku: string): Promise<void> {
    const stored = findProduct(this.engine.asSystem("the recipe edits what is stored"), sku)!;
    const withdrawn: Product = { ...stored.record, state: "withdrawn" };
    await this.#planter.put(products, [withdrawn]);
  }

  /** By the employee, in the name of the dealer. */
  async #place(order: SourceOrder): Promise<void> {
    const onBehalfOf = this.#dealers.get(order.customer)!;
    const author = { ...this.#employees.get(order.employee)!, onBehalfOf };
    const { subject } = await this.#planter.as(author).order({
      address: addressOf(this.#customers.get(order.customer)!, order),
      channel: "portal",
      externalNumber: order.id,
      requiredOn: order.requiredOn,
      freightMinor: order.freightMinor,
      lines: order.lines.map(({ product, quantity, discountBasisPoints }) => ({
        sku: skuOf(product),
        quantity,
        discountBasisPoints,
        discountReason: discountBasisPoints > 0 ? "Agreed in the books" : undefined,
      })),
    }, { dealer: { code: order.customer }, mayDiscount: true, boundByDealerLimit: false });
    this.#placed.set(order.id, subject);
  }

  async #release(order: SourceOrder): Promise<void> {
    const id = this.#placed.get(order.id)!;
    await this.#planter.act(
      "fulfilment.release",
      (facts) => loadReleaseFacts(facts, id),
      (facts) => releaseOrder({ version: facts.order.version }, facts),
    );
  }

  async #ship({ id, shipper }: SourceOrder): Promise<void> {
    const system = this.engine.asSystem("the warehouse ships all its parts");
    const carrier = carrierOf(shipper);
    for (const part of fulfilmentsOf(system, this.#placed.get(id)!)) {
      await this.#planter.act(
        "fulfilment.ship",
        (facts) => loadShippingFacts(facts, { fulfilmentId: part.id, carrier }),
        (facts, by) =>
          shipParcel(
            { version: facts.fulfilment.version, carrier, trackingNumber: "" },
            facts,
            by,
          ),
      );
    }
  }
}
