import { acyclic, type Invariant } from "./invariant.ts";

export const channelInvariants: Invariant[] = [
  {
    name: "partner_has_one_parent_at_a_time",
    says: {
      zh: "任一时刻一个伙伴至多有一个上级",
      en: "At any instant a partner has at most one partner above",
    },
    sql: `select a.child_id, a.valid_from, b.valid_from as other_from
      from partner_relation a
      join partner_relation b on b.child_id = a.child_id and b.valid_from > a.valid_from
      where a.valid_until is null or b.valid_from < a.valid_until`,
  },
  {
    name: "nobody_stands_above_itself",
    says: {
      zh: "渠道、组织、区域与类目的上下级不成环",
      en: "No partner, organisation, region or category stands above itself",
    },
    sql: acyclic(`select child_id, parent_id from partner_relation where valid_until is null
      union all select id, parent_id from organisation where parent_id is not null
      union all select id, parent_id from region where parent_id is not null
      union all select id, parent_id from category where parent_id is not null`),
  },
  {
    name: "partner_has_one_default_address",
    says: {
      zh: "每个伙伴至多一个默认地址，且在用",
      en: "A partner has at most one default address, and it is in use",
    },
    sql: `select partner_id from address where is_default = 1
      group by partner_id having count(*) > 1 or max(state) <> 'active'`,
  },
];
