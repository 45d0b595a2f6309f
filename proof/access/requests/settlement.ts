import type { Requests } from "../requests.ts";
import type { Thing } from "../things.ts";

const nothing = () => ({});
const dealer = ({ dealer }: Thing) => ({ path: { dealer: dealer.code } });
const receipt = ({ receipt }: Thing) => ({ path: { number: receipt.number } });
const money = ({ dealer }: Thing) => ({
  form: {
    dealer: dealer.code,
    currency: "CNY",
    amount: "50.00",
    receivedOn: "2026-03-01",
    method: "transfer",
    reference: "",
  },
});

export const settlementRequests: Requests = {
  "GET /account": nothing,
  "GET /account/export": nothing,
  "GET /account/:dealer": dealer,
  "GET /account/:dealer/export": dealer,
  "GET /receipt": nothing,
  "GET /receipt/export": nothing,
  "GET /receipt/new": nothing,
  "POST /receipt/new": money,
  "POST /receipt/preview": money,
  "GET /receipt/:number": receipt,
  "GET /journal": nothing,
  "GET /journal/export": nothing,
  "GET /journal/:number": ({ journal }) => ({ path: { number: journal } }),
  "GET /api/v1/receipts": nothing,
  "POST /api/v1/receipts": ({ dealer }) => ({
    json: { dealer: dealer.code, amount: { amountMinor: 5000, currency: "CNY" } },
  }),
  "GET /api/v1/receipts/:number": receipt,
  "GET /api/v1/dealers/:code/account": ({ dealer }) => ({ path: { code: dealer.code } }),
};
