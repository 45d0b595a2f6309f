import { balanced, type Invariant } from "./invariant.ts";

export const dispatchInvariants: Invariant[] = [
  {
    name: "shipment_totals_are_its_lines",
    says: {
      zh: "发货单的货款、运费、税额等于各行之和",
      en: "Goods, freight and tax of a shipment are those of its lines",
    },
    sql: `select s.id from shipment s left join (
        select shipment_id, sum(goods_minor) as goods, sum(freight_minor) as freight,
          sum(tax_minor) as tax
        from shipment_line group by shipment_id
      ) l on l.shipment_id = s.id
      where (s.goods_minor, s.freight_minor, s.tax_minor) is not (l.goods, l.freight, l.tax)`,
  },
  {
    name: "shipped_is_what_shipments_carried",
    says: {
      zh: "订单行的已发与已签收数量等于发货单行之和",
      en: "What of a line is shipped or delivered is what its shipments carried",
    },
    sql: balanced(
      "order_id, line_no",
      `select s.order_id, l.line_no, l.quantity as amount
       from shipment_line l join shipment s on s.id = l.shipment_id`,
      `select order_id, line_no, -(shipped + delivered)
       from sales_order_line where shipped + delivered > 0`,
    ),
  },
  {
    name: "delivered_is_what_was_signed_for",
    says: {
      zh: "订单行的已签收数量等于已签收发货单行之和",
      en: "What of a line is delivered is what its signed shipments carried",
    },
    sql: balanced(
      "order_id, line_no",
      `select s.order_id, l.line_no, l.quantity as amount
       from shipment_line l join shipment s on s.id = l.shipment_id
       where s.delivered_at is not null`,
      "select order_id, line_no, -delivered from sales_order_line where delivered > 0",
    ),
  },
  {
    name: "line_posted_is_its_shipments",
    says: {
      zh: "订单行已入账金额等于其发货单行金额之和",
      en: "What of a line is posted is what its shipments posted",
    },
    sql: `select order_id, line_no from (
        select s.order_id, l.line_no, l.goods_minor as goods, l.freight_minor as freight,
          l.tax_minor as tax
        from shipment_line l join shipment s on s.id = l.shipment_id
        union all
        select order_id, line_no, -posted_minor, -posted_freight_minor, -posted_tax_minor
        from sales_order_line
        where posted_minor <> 0 or posted_freight_minor <> 0 or posted_tax_minor <> 0
      ) group by order_id, line_no having sum(goods) <> 0 or sum(freight) <> 0 or sum(tax) <> 0`,
  },
  {
    name: "fully_shipped_line_is_fully_posted",
    says: {
      zh: "全部发完的订单行，其金额已全部入账",
      en: "A line that has shipped whole is posted whole, to the cent",
    },
    sql: `select order_id, line_no from sales_order_line
      where shipped + delivered = base_quantity
        and (posted_minor, posted_freight_minor, posted_tax_minor)
          is not (goods_minor - discount_minor, freight_minor, tax_minor)`,
  },
  {
    name: "fulfilment_shipped_is_its_shipments",
    says: {
      zh: "履约单行的已发数量等于其发货单行之和",
      en: "What of a fulfilment is shipped is what its shipments carried",
    },
    sql: balanced(
      "fulfilment_id, line_no",
      `select s.fulfilment_id, l.line_no, l.quantity as amount
       from shipment_line l join shipment s on s.id = l.shipment_id`,
      "select fulfilment_id, line_no, -shipped from fulfilment_line where shipped <> 0",
    ),
  },
  {
    name: "fulfilments_are_what_is_pinned",
    says: {
      zh: "履约单的未发数量等于该节点上的锁定数；订单刚取消、履约单待作废时可暂时多于它",
      en:
        "What a node still has to ship of a line is what is pinned there; more only while the order's own events are being relayed",
    },
    sql: `select * from (${
      balanced(
        "order_id, line_no, node_id",
        `select f.order_id, l.line_no, f.node_id, l.quantity - l.shipped - l.voided as amount
         from fulfilment_line l join fulfilment f on f.id = l.fulfilment_id
         where l.shipped + l.voided < l.quantity`,
        `select order_id, line_no, node_id, -(quantity - posted - voided)
         from pin where posted + voided < quantity`,
      )
    }) where difference < 0 or order_id not in (
      select aggregate_id from outbox where state <> 'done')`,
  },
  {
    name: "shipment_belongs_to_its_order",
    says: {
      zh: "发货单的经销商、币种、履约单与节点都属于其订单",
      en: "Dealer, currency, fulfilment and node of a shipment are those of its order",
    },
    sql: `select s.id from shipment s
      join sales_order o on o.id = s.order_id join fulfilment f on f.id = s.fulfilment_id
      where s.dealer_id <> o.dealer_id or s.currency <> o.currency
        or f.order_id <> s.order_id or f.node_id <> s.node_id`,
  },
];
