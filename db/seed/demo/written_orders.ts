import type { Say } from "~/db/seed/say.ts";
import { hourMs, plusMs } from "~/domain/_kernel/period.ts";
import type { PlaceOrder } from "~/domain/order/placing.ts";
import { keptBack } from "./order_lines.ts";
import type { Fate, OrderPlan, Station } from "./order_plan.ts";
import { areaOf } from "./organisations.ts";
import { erpLogin, salesLogin } from "./staff.ts";
import { buyerOf, type Planning } from "./usual_orders.ts";

type Written = {
  dealer: string;
  hoursAgo: number;
  /** Code and cases. */
  lines: string;
  fate?: Fate;
  upTo?: Station;
  /** `erp`: a system of ours brought it from a shop. */
  by?: "owner" | "sales" | "erp";
  rest?: Partial<PlaceOrder>;
};

/** The orders a newcomer is shown: every state there is, whatever the hour of the day. */
function written(say: Say): Written[] {
  const agreed = say("总部谈定的旺季支持", "Agreed with head office for the season");
  return [
    {
      dealer: "D-1001",
      hoursAgo: 0.8,
      lines: "W-0550-24 320|T1-0335-24 60|S1-0400-24 120",
      upTo: "placed",
    },
    {
      dealer: "D-1001",
      hoursAgo: 5.2,
      lines: "W-0550-24 3000|W-4500-4 900|G1-0500-24 1300",
      upTo: "approved_by_dealer",
      rest: { note: say("年货备货，分两车送", "New Year stock, in two lorries") },
    },
    { dealer: "D-1009", hoursAgo: 3.1, lines: "N1-0250-24 500|W-0550-24 60", upTo: "placed" },
    { dealer: "D-1019", hoursAgo: 26, lines: "P-0555-24 90|G1-1250-12 40", upTo: "placed" },
    { dealer: "D-1022", hoursAgo: 81, lines: "W-1500-12 600|E1-0600-15 450", upTo: "placed" },
    {
      dealer: "D-1001",
      hoursAgo: 220,
      lines: "J1-1000-6 200|C1-0268-15 100",
      fate: "rejected_by_dealer",
    },
    { dealer: "D-1019", hoursAgo: 2000, lines: "W-0550-24 260|K2-0500-15 80" },
    { dealer: "D-1019", hoursAgo: 340, lines: "K1-0500-15 160", fate: "rejected_by_us" },
    { dealer: "D-1006", hoursAgo: 47, lines: "R1-0500-15 40|O1-0310-24 25", fate: "cancelled" },
    {
      dealer: "D-1033",
      hoursAgo: 6,
      lines: "W-0550-24 40|B3-0250-24 30",
      upTo: "routed",
      rest: { address: "WH2", note: say("拉萨专线，找车中", "For Lhasa, looking for a carrier") },
    },
    { dealer: "D-1002", hoursAgo: 1.4, lines: "W-0350-24 90|T4-0500-15 45", upTo: "routed" },
    { dealer: "D-1024", hoursAgo: 2.2, lines: "P-0350-24 150|V1-0500-15 30", upTo: "routed" },
    { dealer: "D-1034", hoursAgo: 4, lines: "G1-0330-24 60|AK2-W 4", upTo: "routed" },
    {
      dealer: "D-1001",
      hoursAgo: 7,
      lines: "W-4500-4 120|AR2-W 6|AZ2-W 8",
      upTo: "released",
    },
    { dealer: "D-1022", hoursAgo: 9, lines: "T2-0900-12 80|AU2-K 3", upTo: "released" },
    { dealer: "D-1011", hoursAgo: 10, lines: "W-0350-24 60|G2-0500-24 30", upTo: "released" },
    { dealer: "D-1020", hoursAgo: 11, lines: "W-0380-24 12", fate: "rerouted", upTo: "released" },
    {
      dealer: "D-1011",
      hoursAgo: 34,
      lines: "S2-0400-24 40|E2-0450-15 36|K4-1250-12 24",
      fate: "part_only",
      upTo: "shipped",
    },
    {
      dealer: "D-1030",
      hoursAgo: 40,
      lines: "N2-0330-24 30|W-1500-12 120|AE1-W 4",
      fate: "part_only",
      upTo: "shipped",
    },
    { dealer: "D-1001", hoursAgo: 76, lines: `${keptBack} 1100`, upTo: "shipped" },
    { dealer: "D-1035", hoursAgo: 52, lines: "W-0550-24 180|R3-1000-12 40", upTo: "shipped" },
    { dealer: "D-1001", hoursAgo: 150, lines: "T3-0335-24 80|AK1-W 6", upTo: "delivered" },
    {
      dealer: "D-1001",
      hoursAgo: 128,
      lines: "W-0550-24 240|F2-0330-24 60|AJ1-W 5",
      by: "sales",
      upTo: "delivered",
      rest: { freightMinor: 12_000, note: agreed },
    },
    {
      dealer: "D-1016",
      hoursAgo: 290,
      lines: "G4-0330-24 60|M1-0300-12 30",
      fate: "rest_cancelled",
    },
    { dealer: "S-2001", hoursAgo: 3.4, lines: "W-0550-24 6|S1-0400-24 4", upTo: "routed" },
    { dealer: "S-2001", hoursAgo: 410, lines: "W-0550-24 8|G1-0500-24 3" },
    {
      dealer: "S-2002",
      hoursAgo: 28,
      lines: "W-4500-4 10|P-0350-24 5",
      by: "erp",
      upTo: "released",
      rest: { channel: "store", externalNumber: "POS-20417" },
    },
    {
      dealer: "S-2014",
      hoursAgo: 5.6,
      lines: "W-0550-24 40|R1-0500-15 12",
      by: "erp",
      upTo: "routed",
      rest: { channel: "tmall", externalNumber: "TM2611220471" },
    },
    {
      dealer: "S-2014",
      hoursAgo: 170,
      lines: "W-0550-24 60|T2-0900-12 20",
      by: "erp",
      upTo: "delivered",
      rest: { channel: "tmall", externalNumber: "TM2611151183" },
    },
  ];
}

export function writtenOrders(planning: Planning): OrderPlan[] {
  return written(planning.say).map((line) => planOf(line, planning));
}

function planOf(
  { dealer: code, hoursAgo, lines, fate = "usual", upTo = "paid", by, rest }: Written,
  { dealers, shops, calendar, say }: Planning,
): OrderPlan {
  const dealer = [...dealers, ...shops].find((each) => each.code === code)!;
  const onBehalf = by === "sales" || by === "erp";
  const isAgreed = by === "sales";
  const discountReason = say("旺季支持 5%", "Season support, 5%");
  return {
    at: plusMs(calendar.now, -Math.round(hoursAgo * hourMs)),
    dealer,
    by: by === "erp" ? erpLogin : isAgreed ? salesLogin(areaOf(dealer.zone).code) : buyerOf(dealer),
    onBehalf,
    fate,
    upTo,
    quick: true,
    command: {
      channel: onBehalf ? "staff" : "portal",
      note: "",
      ...rest,
      lines: lines.split("|").map((line) => {
        const [sku = "", cases] = line.split(" ");
        const wished = { sku, quantity: Number(cases) };
        return isAgreed ? { ...wished, discountBasisPoints: 500, discountReason } : wished;
      }),
    },
  };
}
