import type { By } from "~/domain/_kernel/by.ts";
import type { OrganisationId, PartnerId, UserId } from "~/domain/_kernel/id.ts";
import { Secret } from "~/domain/_kernel/secret.ts";
import type { Grantor, User } from "./user.ts";

export const now = "2026-03-02T02:00:00.000Z";
export const dealer = "DINGSHUN" as PartnerId;
export const otherDealer = "BAICHUAN" as PartnerId;
export const organisation = "QINGYU" as OrganisationId;

export function by(): By {
  let made = 0;
  return {
    userId: "CHENMIN" as UserId,
    name: "陈敏",
    at: now,
    onBehalfOf: null,
    newId: () => `ID${made += 1}`,
  };
}

export const operator: Grantor = {
  userId: "CHENMIN" as UserId,
  roles: ["operator"],
  dealerId: null,
};
export const owner: Grantor = {
  userId: "DINGOWNER" as UserId,
  roles: ["dealer_owner"],
  dealerId: dealer,
};
export const salesman: Grantor = { userId: "WANG" as UserId, roles: ["sales"], dealerId: null };

/** 王静 of sales, with whatever the case changes. */
export function someUser(changed: Partial<User> = {}): User {
  return {
    id: "WANGJING" as UserId,
    login: "wangjing",
    name: "王静",
    dealerId: null,
    organisationId: organisation,
    state: "active",
    language: "zh",
    access: { roles: ["sales"], regionIds: ["HD"], nodeIds: [] },
    passwordHash: new Secret("stored"),
    version: 3,
    ...changed,
  };
}

export const buyer = (changed: Partial<User> = {}): User =>
  someUser({
    id: "BUYER" as UserId,
    login: "dingshun.buyer",
    name: "周小满",
    dealerId: dealer,
    organisationId: null,
    access: { roles: ["dealer_buyer"], regionIds: [], nodeIds: [] },
    ...changed,
  });
