import type { Requests } from "../requests.ts";

export const channelRequests: Requests = {};
