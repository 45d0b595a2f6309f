import { balanced, type Invariant } from "./invariant.ts";

/** Money not yet applied stands on the account `advance`, so `receivable` is what the open items say. */
export const settlementInvariants: Invariant[] = [
  {
    name: "journal_sums_to_zero",
    says: {
      zh: "每张凭证按币种借贷相等",
      en: "Every journal sums to zero in each currency",
    },
    sql: `select journal_id, currency, sum(amount_minor) as difference
      from posting group by journal_id, currency having sum(amount_minor) <> 0`,
  },
  {
    name: "book_sums_to_zero",
    says: {
      zh: "全账按币种借贷相等",
      en: "The whole book sums to zero in each currency",
    },
    sql: `select currency, sum(amount_minor) as difference
      from posting group by currency having sum(amount_minor) <> 0`,
  },
  {
    name: "journal_has_postings",
    says: { zh: "每张凭证都有分录", en: "Every journal has postings" },
    sql: `select id from journal j
      where not exists (select 1 from posting p where p.journal_id = j.id)`,
  },
  {
    name: "open_item_is_amount_less_applied",
    says: {
      zh: "应收未清额等于金额减去已核销之和",
      en: "What is open of an item is its amount less what was applied to it",
    },
    sql: balanced(
      "open_item_id",
      `select id as open_item_id, amount_minor - open_minor as amount
       from open_item where open_minor <> amount_minor`,
      "select open_item_id, -amount_minor from receipt_application",
    ),
  },
  {
    name: "receipt_unapplied_is_amount_less_applied",
    says: {
      zh: "收款未核销额等于金额减去已核销之和",
      en: "What is unapplied of a receipt is its amount less what was applied from it",
    },
    sql: balanced(
      "receipt_id",
      `select id as receipt_id, amount_minor - unapplied_minor as amount
       from receipt where unapplied_minor <> amount_minor`,
      "select receipt_id, -amount_minor from receipt_application",
    ),
  },
  {
    name: "receivable_is_open_items",
    says: {
      zh: "经销商的应收账款余额等于其未清项之和",
      en: "A dealer's receivable in the book is the sum of the dealer's open items",
    },
    sql: balanced(
      "dealer_id, currency",
      `select partner_id as dealer_id, currency, amount_minor as amount
       from posting where account = 'receivable'`,
      "select dealer_id, currency, -open_minor from open_item where open_minor > 0",
    ),
  },
  {
    name: "advance_is_unapplied_receipts",
    says: {
      zh: "经销商的预收账款余额等于其未核销收款之和",
      en: "A dealer's advance in the book is the sum of the dealer's unapplied receipts",
    },
    sql: balanced(
      "dealer_id, currency",
      `select partner_id as dealer_id, currency, amount_minor as amount
       from posting where account = 'advance'`,
      "select dealer_id, currency, unapplied_minor from receipt where unapplied_minor > 0",
    ),
  },
  {
    name: "shipment_is_billed_once",
    says: {
      zh: "每张有金额的发货单恰有一条同额应收",
      en: "Every shipment of value has an open item of that amount",
    },
    sql: `select s.id from shipment s left join open_item i on i.shipment_id = s.id
      where coalesce(i.amount_minor, 0) <> s.goods_minor + s.freight_minor`,
  },
  {
    name: "open_item_belongs_to_its_shipment",
    says: {
      zh: "应收的经销商、订单、币种与其发货单一致",
      en: "Dealer, order and currency of an open item are those of its shipment",
    },
    sql: `select i.id from open_item i join shipment s on s.id = i.shipment_id
      where i.dealer_id <> s.dealer_id or i.order_id <> s.order_id or i.currency <> s.currency`,
  },
  {
    name: "money_is_applied_within_one_dealer",
    says: {
      zh: "收款只核销同一经销商、同一币种的应收",
      en: "Money is applied only to items of the same dealer and currency",
    },
    sql: `select a.receipt_id, a.open_item_id from receipt_application a
      join receipt r on r.id = a.receipt_id join open_item i on i.id = a.open_item_id
      where r.dealer_id <> i.dealer_id or r.currency <> i.currency`,
  },
];
