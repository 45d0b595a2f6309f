import type { HomePart } from "./_entry/home_part.ts";
import { dispatchHome } from "./dispatch/home_parts.ts";
import { orderHome } from "./order/home_parts.tsx";
import { platformHome } from "./platform/home_parts.ts";
import { settlementHome } from "./settlement/home_parts.tsx";

/** What stands on the home pages, in this order: one line a center. */
export const homeParts: HomePart[] = [
  ...orderHome,
  ...dispatchHome,
  ...settlementHome,
  ...platformHome,
];
