import type { Requests } from "../requests.ts";

export const dispatchRequests: Requests = {};
