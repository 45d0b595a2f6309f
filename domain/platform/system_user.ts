import type { UserId } from "~/domain/_kernel/id.ts";

/** The house acting by itself: jobs, the clock, commands at the terminal. */
export const systemUser = {
  userId: "00000000000000000000000000" as UserId,
  name: "系统",
  onBehalfOf: null,
};
