import type { Requests } from "../requests.ts";

export const orderRequests: Requests = {
  "POST /api/v1/orders": ({ dealer, sku, address }) => ({
    json: { dealer: dealer.code, address, lines: [{ sku, quantity: 1 }] },
  }),
};
