import type { PrincipalName } from "./principals.ts";
import { dispatchRequests } from "./requests/dispatch.ts";
import { channelRequests } from "./requests/channel.ts";
import { importRequests } from "./requests/import.ts";
import { inventoryRequests } from "./requests/inventory.ts";
import { orderRequests } from "./requests/order.ts";
import { platformRequests } from "./requests/platform.ts";
import { policyRequests } from "./requests/policy.ts";
import { productRequests } from "./requests/product.ts";
import { settlementRequests } from "./requests/settlement.ts";
import type { Thing } from "./things.ts";

/** What stands in the path, the query and the body of one request. */
export type Ask = {
  path?: Record<string, string>;
  query?: Record<string, string>;
  form?: Record<string, string | string[]>;
  json?: unknown;
  /** A body that is not a form. */
  raw?: string;
  headers?: Record<string, string>;
};

/** A request about somebody's thing that would do its work if it were allowed. */
export type Requests = Record<string, (thing: Thing, asker: PrincipalName) => Ask>;

export const requests: Requests = {
  ...platformRequests,
  ...importRequests,
  ...productRequests,
  ...channelRequests,
  ...inventoryRequests,
  ...policyRequests,
  ...orderRequests,
  ...dispatchRequests,
  ...settlementRequests,
};
