import { balanced, type Invariant } from "./invariant.ts";

export const policyInvariants: Invariant[] = [
  {
    name: "credit_open_orders_are_entries",
    says: {
      zh: "信用账户的在途订单额等于其分录之和",
      en: "The open orders of a credit account are the sum of its entries",
    },
    sql: balanced(
      "account_id",
      "select account_id, open_order_minor as amount from credit_entry",
      "select id, -open_order_minor from credit_account where open_order_minor <> 0",
    ),
  },
  {
    name: "credit_receivable_is_entries",
    says: {
      zh: "信用账户的应收额等于其分录之和",
      en: "The receivable of a credit account is the sum of its entries",
    },
    sql: balanced(
      "account_id",
      "select account_id, receivable_minor as amount from credit_entry",
      "select id, -receivable_minor from credit_account where receivable_minor <> 0",
    ),
  },
  {
    name: "credit_receivable_is_the_book",
    says: {
      zh: "信用账户的应收额等于账上的应收账款",
      en: "The receivable of a credit account is what the book says",
    },
    sql: balanced(
      "dealer_id, currency",
      `select a.dealer_id, a.currency, p.amount_minor as amount from credit_account a
       join posting p on p.partner_id = a.dealer_id and p.currency = a.currency
         and p.account = 'receivable'`,
      `select dealer_id, currency, -receivable_minor
       from credit_account where receivable_minor <> 0`,
    ),
  },
  {
    name: "ended_order_uses_no_credit",
    says: {
      zh: "订单占用的在途信用不为负；已了结的订单不再占用",
      en: "An order never holds negative credit, and one with nothing left to ship holds none",
    },
    sql: `select e.order_id, sum(e.open_order_minor) as held
      from credit_entry e join sales_order o on o.id = e.order_id
      group by e.order_id
      having sum(e.open_order_minor) < 0 or (sum(e.open_order_minor) > 0
        and max(o.stage in ('rejected', 'cancelled', 'shipped', 'delivered', 'completed')))`,
  },
  {
    name: "credit_entry_is_of_its_dealer",
    says: {
      zh: "信用分录的订单属于该账户的经销商与币种",
      en: "The order of a credit entry is of the account's dealer and currency",
    },
    sql: `select e.id from credit_entry e join credit_account a on a.id = e.account_id
      join sales_order o on o.id = e.order_id
      where o.dealer_id <> a.dealer_id or o.currency <> a.currency`,
  },
];
