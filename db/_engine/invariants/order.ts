import { balanced, type Invariant } from "./invariant.ts";

/** The same function as domain/order has; whichever is changed alone shows here. */
const fulfilmentOfLines = `
  select o.id, o.fulfilment, case
    when o.commercial <> 'confirmed' then 'none'
    when o.completed_at is not null then 'completed'
    when b.live > 0 and b.delivered = b.live then 'delivered'
    when b.live > 0 and b.shipped + b.delivered = b.live then 'shipped'
    when b.shipped + b.delivered > 0 then 'part_shipped'
    when b.released > 0 then 'released'
    when b.allocated > 0 and b.open = 0 then 'routed'
    else 'unrouted' end as expected
  from sales_order o join (
    select order_id, sum(base_quantity - cancelled) as live, sum(open) as open,
      sum(allocated) as allocated, sum(released) as released, sum(shipped) as shipped,
      sum(delivered) as delivered
    from sales_order_line group by order_id
  ) b on b.order_id = o.id`;

export const orderInvariants: Invariant[] = [
  {
    name: "line_buckets_add_up",
    says: {
      zh: "订单行各状态数量之和等于订货数量",
      en: "The buckets of a line add up to what was ordered",
    },
    sql: `select order_id, line_no from sales_order_line
      where open + allocated + released + shipped + delivered + cancelled <> base_quantity
        or min(open, allocated, released, shipped, delivered, cancelled) < 0`,
  },
  {
    name: "order_totals_are_its_lines",
    says: {
      zh: "订单的货款、折扣、运费、税额与行数等于各行之和",
      en: "Goods, discount, freight, tax and line count of an order are those of its lines",
    },
    sql: `select o.id from sales_order o left join (
        select order_id, sum(goods_minor) as goods, sum(discount_minor) as discount,
          sum(freight_minor) as freight, sum(tax_minor) as tax, count(*) as lines
        from sales_order_line group by order_id
      ) l on l.order_id = o.id
      where (o.goods_minor, o.discount_minor, o.freight_minor, o.tax_minor, o.line_count)
        is not (l.goods, l.discount, l.freight, l.tax, l.lines)
        or o.total_minor <> o.goods_minor - o.discount_minor + o.freight_minor`,
  },
  {
    name: "order_fulfilment_is_its_lines",
    says: {
      zh: "订单的履约状态由各行数量推出",
      en: "How far an order is fulfilled follows from the buckets of its lines",
    },
    sql: `select * from (${fulfilmentOfLines}) where fulfilment <> expected`,
  },
  {
    name: "pins_are_what_is_allocated",
    says: {
      zh: "订单行的锁定数等于已分配与已下发之和",
      en: "The pins of a line are what of it is allocated or released",
    },
    sql: balanced(
      "order_id, line_no",
      `select order_id, line_no, quantity - posted - voided as amount
       from pin where posted + voided < quantity`,
      `select order_id, line_no, -(allocated + released)
       from sales_order_line where allocated + released > 0`,
    ),
  },
  {
    name: "order_waits_at_an_open_gate",
    says: {
      zh: "待审批的订单正有该级审批在等待，其他订单没有",
      en:
        "An order that awaits approval has that gate waiting, and no other order has a gate waiting",
    },
    sql: `select o.id from sales_order o
        left join order_approval a on a.order_id = o.id and a.gate = o.awaiting
        where o.stage = 'awaiting_approval' and a.state is not 'waiting'
      union all
      select a.order_id from order_approval a join sales_order o on o.id = a.order_id
        where a.state = 'waiting' and o.commercial <> 'awaiting_approval'`,
  },
  {
    name: "order_timeline_has_no_gap",
    says: {
      zh: "每张订单都有时间线，且序号不断",
      en: "Every order has a timeline, and its numbers have no gap",
    },
    sql: `select o.id from sales_order o left join (
        select order_id, min(seq) as first, max(seq) as last, count(*) as n
        from order_event group by order_id
      ) e on e.order_id = o.id
      where e.n is null or e.first > 1 or e.last - e.first + 1 <> e.n`,
  },
];
