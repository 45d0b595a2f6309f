import { Random } from "~/db/seed/random.ts";
import type { Say } from "~/db/seed/say.ts";
import { approve, cancel, reject, release, reroute, route } from "~/db/seed/order_deeds.ts";
import { deliver, ship } from "~/db/seed/parcel_deeds.ts";
import { pay } from "~/db/seed/money_deeds.ts";
import type { Deed, Timeline } from "~/db/seed/timeline.ts";
import type { Gate } from "~/domain/order/order.ts";
import { dayOf, hourMs, type Instant, plusMs } from "~/domain/_kernel/period.ts";
import { workingAfter } from "./calendar.ts";
import { mayWaitForUs } from "./credit_plan.ts";
import type { CreditTerms } from "~/domain/policy/credit/credit_terms.ts";
import { type Fate, type NumberedPlan, reaches } from "./order_plan.ts";
import { areaOf } from "./organisations.ts";
import type { People } from "./population.ts";
import { keeperLogin, salesLogin } from "./staff.ts";
import { buyerOf } from "./usual_orders.ts";
import { warehousesIn } from "./warehouses.ts";

export type Telling = {
  timeline: Timeline;
  people: People;
  credit: ReadonlyMap<string, CreditTerms>;
  say: Say;
};

/** Everything that happens to one order, each deed at its time and by whoever does it. */
export function tellStory(plan: NumberedPlan, telling: Telling): void {
  new Story(plan, telling).tell();
}

const verdicts: Record<Gate, { rejects: Fate; yes: [string, string]; no: [string, string] }> = {
  dealer: {
    rejects: "rejected_by_dealer",
    yes: ["同意", "Agreed"],
    no: ["库存还够，月底再订", "Our stock is enough, order at the end of the month"],
  },
  company: {
    rejects: "rejected_by_us",
    yes: ["老客户，回款正常", "A good customer, pays as agreed"],
    no: ["逾期款未清，先回款", "Overdue amounts first"],
  },
};

class Story {
  #chance: Random;
  #sales: string;

  constructor(readonly plan: NumberedPlan, readonly telling: Telling) {
    this.#chance = new Random(`story of ${plan.number}`);
    this.#sales = salesLogin(areaOf(plan.dealer.zone).code);
  }

  tell(): void {
    const { plan } = this;
    this.#place();
    const agreed = this.#agree();
    if (agreed === null || !reaches(plan, "routed")) return;
    if (plan.fate === "cancelled") return this.#cancel(agreed);
    if (plan.fate === "rerouted") this.#reroute(agreed);
    if (!reaches(plan, "released")) return;
    const released = this.#later(agreed, 1.1, [0.7, 5]);
    this.#do(released, release(plan.number), this.#sales);
    if (reaches(plan, "shipped")) this.#ship(released);
  }

  /** Whatever was confirmed is routed at once; an order before a gate is not. */
  #place(): void {
    const { at, by, dealer, command, onBehalf } = this.plan;
    const author = onBehalf
      ? this.telling.people.onBehalf(by, dealer.code)
      : this.telling.people.author(by);
    const question = {
      dealer: { code: dealer.code },
      mayDiscount: onBehalf,
      boundByDealerLimit: by === `${dealer.login}.buyer`,
    };
    this.telling.timeline.add(at, (planter) => planter.order(command, question), author);
    this.#do(at, route(this.plan.number));
  }

  /** When the last gate it may meet is passed; null where it is to stay before one. */
  #agree(): Instant | null {
    const { plan, telling: { credit } } = this;
    const { dealer, onBehalf } = plan;
    let at = plan.at;
    if (dealer.record.approvalLimitMinor !== null && !onBehalf) {
      if (!reaches(plan, "approved_by_dealer")) return null;
      at = this.#later(at, 0.4, [0.3, 3]);
      this.#decide("dealer", at, `${dealer.login}.approver`);
    }
    if (mayWaitForUs(credit.get(dealer.code)!) && reaches(plan, "routed")) {
      at = this.#later(at, 0.4, [0.4, 4]);
      this.#decide("company", at, onBehalf ? "zhaolan" : this.#sales);
    }
    return at;
  }

  #decide(gate: Gate, at: Instant, login: string): void {
    this.#do(at, this.#verdict(gate), login);
    this.#do(at, route(this.plan.number));
  }

  #verdict(gate: Gate): Deed {
    const { number, fate, quick } = this.plan;
    const words = verdicts[gate];
    const { say } = this.telling;
    const isRejected = quick ? fate === words.rejects : this.#chance.chance(0.07);
    return isRejected
      ? reject(number, gate, say(...words.no))
      : approve(number, gate, say(...words.yes));
  }

  #cancel(agreed: Instant): void {
    const { number, dealer } = this.plan;
    const why = this.telling.say("门店改期，先不要了", "Our shop moved the date, not needed now");
    this.#do(plusMs(agreed, 0.45 * hourMs), cancel(number, why), buyerOf(dealer));
  }

  #reroute(agreed: Instant): void {
    const { number, dealer } = this.plan;
    const [first, ...others] = warehousesIn(dealer.record.poolCode!);
    const target = first!.zone === dealer.zone ? others[0] : first;
    if (!target) return;
    const why = this.telling.say(
      "那边仓库本周盘点，换仓发",
      "The other warehouse counts this week",
    );
    this.#do(plusMs(agreed, 0.3 * hourMs), reroute(number, target.code, why), this.#sales);
  }

  /** Every warehouse of the pool is asked; those without a part have nothing to do. */
  #ship(released: Instant): void {
    const { number, dealer, fate } = this.plan;
    const inParts = fate === "two_parcels" || fate === "part_only" || fate === "rest_cancelled";
    for (const [at, { code }] of warehousesIn(dealer.record.poolCode!).entries()) {
      const keeper = keeperLogin(code);
      const shipped = this.#later(released, 3 + at, [3 + at, 20 + at]);
      const track = () =>
        `QY${dayOf(shipped).replaceAll("-", "")}${this.#chance.whole(1000, 9999)}`;
      this.#do(
        shipped,
        ship(number, code, { trackingNumber: track(), firstPart: inParts }),
        keeper,
      );
      this.#deliver(shipped, code);
      if (fate !== "two_parcels") continue;
      const second = this.#later(shipped, 24, [20, 52]);
      this.#do(second, ship(number, code, { trackingNumber: track() }), keeper);
      this.#deliver(second, code);
    }
    if (fate === "rest_cancelled") {
      const why = this.telling.say("剩余缺货，经销商同意不补", "Out of stock, the dealer agrees");
      this.#do(this.#later(released, 30, [26, 50]), cancel(number, why), this.#sales);
    }
  }

  #deliver(shipped: Instant, node: string): void {
    const { number, dealer } = this.plan;
    if (!reaches(this.plan, "delivered")) return;
    const arrived = this.#later(shipped, 36, [22, 76]);
    this.#do(arrived, deliver(number, node, dealer.owner), buyerOf(dealer));
    if (dealer.payer !== "at_once" || !reaches(this.plan, "paid")) return;
    const paid = this.#later(arrived, 20, [4, 40]);
    const reference = `WX${this.#chance.whole(10_000_000, 99_999_999)}`;
    const payment = { dealer: dealer.code, method: "other", reference, which: { order: number } };
    this.#do(paid, pay(payment), "zhaolan");
  }

  #do(at: Instant, deed: Deed, login?: string): void {
    const { timeline, people } = this.telling;
    timeline.add(at, deed, login === undefined ? undefined : people.author(login));
  }

  #later(at: Instant, quickHours: number, [least, most]: [number, number]): Instant {
    if (this.plan.quick) return plusMs(at, quickHours * hourMs);
    return workingAfter(at, this.#chance.between(least, most));
  }
}
