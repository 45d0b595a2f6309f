import { balanced, type Invariant } from "./invariant.ts";

export const inventoryInvariants: Invariant[] = [
  {
    name: "node_stock_is_its_entries",
    says: {
      zh: "每个节点的在库数等于其库存分录之和",
      en: "What is on hand at a node is the sum of its stock entries",
    },
    sql: balanced(
      "node_id, sku_id",
      "select node_id, sku_id, quantity as amount from stock_entry",
      "select node_id, sku_id, -on_hand from node_stock where on_hand <> 0",
    ),
  },
  {
    name: "pool_stock_is_its_nodes",
    says: {
      zh: "库存池的在库数等于池内各节点之和",
      en: "What is on hand in a pool is the sum of its nodes",
    },
    sql: balanced(
      "pool_id, sku_id",
      `select n.pool_id, s.sku_id, s.on_hand as amount
       from node_stock s join node n on n.id = s.node_id where n.pool_id is not null`,
      "select pool_id, sku_id, -on_hand from pool_stock where on_hand <> 0",
    ),
  },
  {
    name: "pool_reserved_is_pending_reservations",
    says: {
      zh: "库存池的预留数等于未了结预留之和",
      en: "What a pool has reserved is the sum of its pending reservations",
    },
    sql: balanced(
      "pool_id, sku_id",
      `select pool_id, sku_id, quantity - posted - voided as amount
       from reservation where state = 'pending'`,
      "select pool_id, sku_id, -reserved from pool_stock where reserved <> 0",
    ),
  },
  {
    name: "node_pinned_is_open_pins",
    says: {
      zh: "节点的锁定数等于未了结锁定之和",
      en: "What a node has pinned is the sum of its open pins",
    },
    sql: balanced(
      "node_id, sku_id",
      `select node_id, sku_id, quantity - posted - voided as amount
       from pin where posted + voided < quantity`,
      "select node_id, sku_id, -pinned from node_stock where pinned <> 0",
    ),
  },
  {
    name: "node_pinned_units_are_its_stock",
    says: {
      zh: "节点的锁定总数等于其各商品锁定数之和",
      en: "What a node has pinned in all is the sum over its goods",
    },
    sql: balanced(
      "node_id",
      "select node_id, pinned as amount from node_stock where pinned <> 0",
      "select id as node_id, -pinned_units from node where pinned_units <> 0",
    ),
  },
  {
    name: "stock_left_is_goods_shipped",
    says: {
      zh: "发货分录的数量等于发货单行的数量",
      en: "What left a node by shipment entries is what its shipments carried",
    },
    sql: balanced(
      "node_id, sku_id",
      "select node_id, sku_id, quantity as amount from stock_entry where kind = 'shipment'",
      `select s.node_id, l.sku_id, l.quantity
       from shipment_line l join shipment s on s.id = l.shipment_id`,
    ),
  },
  {
    name: "order_reserves_what_is_not_shipped",
    says: {
      zh: "占用库存的订单，其预留数等于各行未发数量；不占用的没有预留",
      en:
        "An order that holds stock reserves what it has not shipped yet; any other reserves nothing",
    },
    sql: balanced(
      "order_id, sku_id",
      `select order_id, sku_id, quantity - posted - voided as amount
       from reservation where state = 'pending'`,
      `select l.order_id, l.sku_id, -(l.open + l.allocated + l.released)
       from sales_order_line l join sales_order o on o.id = l.order_id
       where o.holds_stock = 1 and l.open + l.allocated + l.released > 0`,
    ),
  },
  {
    name: "order_reserves_in_its_own_pool",
    says: {
      zh: "预留所在的库存池就是订单的库存池",
      en: "An order reserves in its own pool and in no other",
    },
    sql: `select r.order_id, r.sku_id from reservation r
      join sales_order o on o.id = r.order_id where r.pool_id <> o.pool_id`,
  },
  {
    name: "pin_stays_in_the_pool",
    says: {
      zh: "未了结的锁定都在订单库存池的节点上，且货品与订单行一致",
      en: "An open pin is on a node of the order's pool and of the goods of its line",
    },
    sql: `select p.order_id, p.line_no, p.node_id from pin p
      join sales_order o on o.id = p.order_id
      join sales_order_line l on l.order_id = p.order_id and l.line_no = p.line_no
      join node n on n.id = p.node_id
      where p.posted + p.voided < p.quantity and (n.pool_id is not o.pool_id or p.sku_id <> l.sku_id)`,
  },
];
