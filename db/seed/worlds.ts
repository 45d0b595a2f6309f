import type { Past } from "./past.ts";
import { type Demo, plantDemo } from "./demo/demo.ts";
import { plantTiny } from "./tiny/tiny.ts";

export const worldNames = ["tiny", "demo_zh", "demo_en"] as const;
export type WorldName = typeof worldNames[number];

export function isWorld(name: string): name is WorldName {
  return (worldNames as readonly string[]).includes(name);
}

export type Planting = Pick<Demo, "passwordHash" | "print"> & { orders?: number };

const yearsOrders = 2000;

export const plant: Record<WorldName, (past: Past, planting: Planting) => Promise<void>> = {
  tiny: (past, { passwordHash }) => plantTiny(past, passwordHash),
  demo_zh: (past, { orders = yearsOrders, ...rest }) =>
    plantDemo(past, { language: "zh", orders, ...rest }),
  demo_en: (past, { orders = yearsOrders, ...rest }) =>
    plantDemo(past, { language: "en", orders, ...rest }),
};
