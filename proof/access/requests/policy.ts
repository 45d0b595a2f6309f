import type { Requests } from "../requests.ts";

export const policyRequests: Requests = {};
