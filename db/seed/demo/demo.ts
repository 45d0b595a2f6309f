import type { Past } from "~/db/seed/past.ts";
import { type Language, sayIn } from "~/db/seed/say.ts";
import { Timeline } from "~/db/seed/timeline.ts";
import { plusMs, startOfDay } from "~/domain/_kernel/period.ts";
import { calendarUpTo } from "./calendar.ts";
import { itemsIn } from "./catalogue.ts";
import { lastDays } from "./last_days.ts";
import { plantMasterData } from "./master_data.ts";
import { numbered } from "./order_plan.ts";
import { dealersIn, shopsIn } from "./partners.ts";
import { paymentsOf } from "./payments.ts";
import { People } from "./population.ts";
import { arrivals } from "./stock_plan.ts";
import { tellStory } from "./story.ts";
import { creditOf } from "./turnover.ts";
import { type Planning, usualOrders } from "./usual_orders.ts";
import { writtenOrders } from "./written_orders.ts";

export type Demo = {
  language: Language;
  orders: number;
  passwordHash: string;
  print: (line: string) => void;
};

/** A year of a brand of drinks and small appliances, up to now. */
export async function plantDemo(past: Past, demo: Demo): Promise<void> {
  const { language, orders, passwordHash, print } = demo;
  const say = sayIn(language);
  const calendar = calendarUpTo(past.engine.seams.now());
  const planning: Planning = {
    items: itemsIn(say),
    dealers: dealersIn(say),
    shops: shopsIn(say),
    calendar,
    say,
  };
  const { items, dealers } = planning;
  const buyers = [...dealers, ...planning.shops];
  const written = writtenOrders(planning);
  const plans = numbered([...usualOrders(planning, orders - written.length), ...written]);
  const credit = creditOf(plans, { items, dealers: buyers });

  const founding = past.at(startOfDay(calendar.first));
  await plantMasterData(founding, planning, [...credit.values()]);
  const people = await People.settle(founding, { say, language, dealers: buyers, passwordHash });
  print(say(
    `${items.length} 个商品，${dealers.length} 家经销商`,
    `${items.length} products, ${dealers.length} dealers`,
  ));

  const timeline = new Timeline();
  for (const { day, node, lines } of arrivals(plans, items, calendar)) {
    const reason = say("工厂到货", "From the plant");
    const deed = (planter: typeof founding) => planter.receive(lines, reason, `${node} ${day}`);
    timeline.add(plusMs(startOfDay(day), 60_000), deed);
  }
  for (const plan of plans) tellStory(plan, { timeline, people, credit, say });
  for (const dealer of dealers) {
    for (const { at, deed } of paymentsOf(dealer, calendar)) {
      timeline.add(at, deed, people.author("zhaolan"));
    }
  }
  lastDays({ timeline, people, planning });
  await timeline.play(past, calendar.now, (month) => {
    const placed = plans.filter(({ at }) => at.slice(0, 7) <= month).length;
    print(say(`${month}：共 ${placed} 张订单`, `${month}: ${placed} orders so far`));
  });
}
