import type { Requests } from "../requests.ts";

export const settlementRequests: Requests = {};
