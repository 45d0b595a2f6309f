import type { HomePart } from "./_entry/home_part.ts";
import { platformHome } from "./platform/home_parts.ts";

/** What stands on the home pages, in this order: one line a center. */
export const homeParts: HomePart[] = [
  ...platformHome,
];
