import { strict as assert } from "node:assert";
import { dealers, skus } from "~/db/dispatch/testing.ts";
import { type DispatchHouse, dispatchHouse } from "~/routes/dispatch/testing.ts";

/** Two shipments of 31.20 each, a day apart. */
async function owed(house: DispatchHouse): Promise<string[]> {
  const shipments: string[] = [];
  for (let day = 0; day < 2; day++) {
    const { id } = await house.world.order([{ sku: skus.tea, quantity: 1 }]);
    await house.world.release(id);
    shipments.push(await house.world.ship(house.world.fulfilments(id)[0]!.number));
    house.clock.advance(24 * 3_600_000);
  }
  return shipments;
}

function itemsOf({ engine }: DispatchHouse): { id: string; open_minor: number }[] {
  return engine.read.all("select id, open_minor from open_item order by due_on, id", []);
}

const typed = {
  dealer: dealers.dingshun,
  currency: "CNY",
  amount: "40.00",
  receivedOn: "2026-03-03",
  method: "transfer",
  reference: "ICBC 20260303-0017",
};

Deno.test("GET /receipt/new asks for the dealer first, then shows what is open", async () => {
  await using house = await dispatchHouse();
  const [first] = await owed(house);
  const browser = await house.as("finance");
  const choice = await (await browser.get("/receipt/new")).text();
  assert.match(choice, /<option value="D320301"[^>]*>徐州鼎顺商贸 D320301<\/option>/);
  assert.doesNotMatch(choice, /D440101/);
  const form = await (await browser.get("/receipt/new?dealer=D320301")).text();
  assert.match(form, new RegExp(first!));
  assert.match(form, /name="items\[\]"/);
  const unknown = await browser.get("/receipt/new?dealer=D440101");
  assert.equal(unknown.status, 422);
  assert.match(await unknown.text(), /没有编码为 D440101 的经销商/);
});

Deno.test("POST /receipt/preview shows what will be settled and books nothing", async () => {
  await using house = await dispatchHouse();
  const [first, second] = await owed(house);
  const browser = await house.as("finance");
  const page = await (await browser.post("/receipt/preview", typed)).text();
  assert.match(page, new RegExp(`${first}[^]*31\\.20[^]*${second}[^]*8\\.80`));
  assert.match(page, /¥40\.00/);
  assert.match(page, /还没入账/);
  assert.match(page, /value="ICBC 20260303-0017"/);
  const over = await (await browser.post("/receipt/preview", { ...typed, amount: "１００" }))
    .text();
  assert.match(over, /冲完还剩 ¥37\.60，记为预收/);
  assert.equal(house.engine.read.all("select id from receipt", []).length, 0);
});

Deno.test("POST /receipt/preview answers a script with the outcome alone", async () => {
  await using house = await dispatchHouse();
  await owed(house);
  const { cookie } = await house.as("finance");
  const ask = async (form: Record<string, string>) =>
    await (await house.app.request("/receipt/preview", {
      method: "POST",
      body: String(new URLSearchParams(form)),
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        "sec-fetch-site": "same-origin",
        "hx-request": "true",
        cookie,
      },
    })).text();
  assert.match(await ask(typed), /^<div id="foreseen"/);
  assert.match(await ask({ ...typed, amount: "" }), /金额要写成 12\.50/);
  assert.match(await ask({ ...typed, receivedOn: "" }), /class="warn"/);
  assert.match(await ask({ ...typed, amount: "0" }), /收款金额要大于 0/);
});

Deno.test("POST /receipt/new records what the preview showed", async () => {
  await using house = await dispatchHouse();
  await owed(house);
  const browser = await house.as("finance");
  const reply = await browser.post("/receipt/new", typed);
  assert.equal(reply.status, 303);
  assert.equal(reply.headers.get("location"), "/receipt/RC-2026-000001?new=1");
  assert.deepEqual(itemsOf(house).map(({ open_minor }) => open_minor), [0, 2240]);
  const page = await (await browser.get("/receipt/RC-2026-000001?new=1")).text();
  assert.match(page, /记好了，已入账/);
  assert.match(page, /收清/);
  assert.match(page, /22\.40/);
  assert.match(page, /JV-2026-000003/);
  assert.deepEqual(house.engine.broken(), []);
});

Deno.test("POST /receipt/new pays the ticked items only, and once under one key", async () => {
  await using house = await dispatchHouse();
  await owed(house);
  const [, second] = itemsOf(house);
  const browser = await house.as("finance");
  const form = { ...typed, "items[]": [second!.id], idempotency_key: "receipt-key-01" };
  await browser.post("/receipt/new", form);
  const again = await browser.post("/receipt/new", form);
  assert.equal(again.headers.get("location"), "/receipt/RC-2026-000001?new=1");
  assert.deepEqual(itemsOf(house).map(({ open_minor }) => open_minor), [3120, 0]);
  const rows = house.engine.read.all("select unapplied_minor from receipt", []);
  assert.deepEqual(rows, [{ unapplied_minor: 880 }]);
});

type Refusal = { when: string; over: Record<string, string>; says: RegExp };
const refusals: Refusal[] = [
  { when: "an amount of 0", over: { amount: "0.00" }, says: /收款金额要大于 0/ },
  { when: "an amount below 0", over: { amount: "-5" }, says: /金额要写成 12\.50，最多 2 位小数/ },
  { when: "an amount in words", over: { amount: "四十" }, says: /金额要写成 12\.50/ },
  { when: "half a cent", over: { amount: "1.005" }, says: /最多 2 位小数/ },
  { when: "a day that has not come", over: { receivedOn: "2062-03-03" }, says: /还没到/ },
  { when: "a day that is none", over: { receivedOn: "03/03/2026" }, says: /日期要写成/ },
  { when: "a currency without an account", over: { currency: "USD" }, says: /没有 USD 的信用账户/ },
  {
    when: "an item that is paid or of another",
    over: { "items[]": "NOBODYS" },
    says: /已经收清，或不是这个经销商的/,
  },
  { when: "a method nobody knows", over: { method: "barter" }, says: /只能是其中之一/ },
];
Deno.test.each(refusals)(
  "POST /receipt/new refuses $when and keeps what was typed",
  async ({ over, says }) => {
    await using house = await dispatchHouse();
    await owed(house);
    const reply = await (await house.as("finance")).post("/receipt/new", { ...typed, ...over });
    const page = await reply.text();
    assert.equal(reply.status, 422);
    assert.match(page, says);
    assert.ok(page.includes(`value="${over.amount ?? typed.amount}"`));
    assert.ok(page.includes(`value="${typed.reference}"`));
    assert.equal(house.engine.read.all("select id from receipt", []).length, 0);
  },
);

Deno.test("POST /receipt/new refuses a reference that is used, naming its receipt", async () => {
  await using house = await dispatchHouse();
  await owed(house);
  const browser = await house.as("finance");
  await browser.post("/receipt/new", typed);
  const reply = await browser.post("/receipt/new", { ...typed, amount: "5" });
  assert.equal(reply.status, 422);
  assert.match(await reply.text(), /流水号 ICBC 20260303-0017 已经记在 RC-2026-000001 上/);
});

Deno.test("POST /receipt/new is for finance, and for its own organisation's dealers", async () => {
  await using house = await dispatchHouse();
  await owed(house);
  for (const person of ["sales", "xuzhou", "buyer", "auditor"] as const) {
    assert.equal((await (await house.as(person)).post("/receipt/new", typed)).status, 403);
  }
  assert.equal((await (await house.as("south")).post("/receipt/new", typed)).status, 404);
  assert.equal(house.engine.read.all("select id from receipt", []).length, 0);
});

Deno.test("GET /receipt lists what each may see, with its filters", async () => {
  await using house = await dispatchHouse();
  await owed(house);
  await house.world.pay(3120, { reference: "ICBC 1" });
  await house.world.pay(9000, { method: "cash" });
  await house.world.pay(500, { dealer: dealers.baichuan });
  const listed = async (person: "finance" | "south" | "operator" | "sales", query = "") => {
    const page = await (await (await house.as(person)).get(`/receipt${query}`)).text();
    return [...page.matchAll(/href="\/receipt\/RC-2026-(\d+)"/g)].map(([, n]) => Number(n));
  };
  assert.deepEqual(await listed("operator"), [3, 2, 1]);
  assert.deepEqual(await listed("finance"), [2, 1]);
  assert.deepEqual(await listed("sales"), [2, 1]);
  assert.deepEqual(await listed("south"), [3]);
  assert.deepEqual(await listed("operator", "?dealer=D440101"), [3]);
  assert.deepEqual(await listed("operator", "?method=cash"), [2]);
  assert.deepEqual(await listed("operator", "?view=unapplied"), [3, 2]);
  assert.deepEqual(await listed("operator", "?q=ICBC%201"), [1]);
  assert.equal((await (await house.as("buyer")).get("/receipt")).status, 403);
});

Deno.test("GET /receipt/:number of another organisation is not there", async () => {
  await using house = await dispatchHouse();
  const number = await house.world.pay(3120);
  assert.equal((await (await house.as("south")).get(`/receipt/${number}`)).status, 404);
  assert.equal((await (await house.as("finance")).get(`/receipt/${number}`)).status, 200);
});

Deno.test("POST /api/v1/receipts pays the oldest due, or the shipments it names", async () => {
  await using house = await dispatchHouse();
  const [first, second] = await owed(house);
  const money = (amountMinor: number) => ({ amountMinor, currency: "CNY" });
  const oldest = await house.api("POST", "/api/v1/receipts", {
    dealer: dealers.dingshun,
    amount: money(1000),
    reference: "ERP 1",
  });
  assert.equal(oldest.status, 201);
  assert.deepEqual(await oldest.json(), {
    number: "RC-2026-000001",
    dealer: dealers.dingshun,
    amount: money(1000),
    unapplied: money(0),
    applications: [{ shipment: first, amount: money(1000) }],
  });
  const named = await house.api("POST", "/api/v1/receipts", {
    dealer: dealers.dingshun,
    amount: money(4000),
    shipments: [second],
  });
  const { unapplied, applications } = await named.json();
  assert.deepEqual(unapplied, money(880));
  assert.deepEqual(applications, [{ shipment: second, amount: money(3120) }]);
  const one = await (await house.api("GET", "/api/v1/receipts/RC-2026-000001")).json();
  assert.equal(one.reference, "ERP 1");
  assert.deepEqual(house.engine.broken(), []);
});

type ApiRefusal = { when: string; body: object; code: string; pointer?: string; says?: RegExp };
const apiRefusals: ApiRefusal[] = [
  {
    when: "nothing received",
    body: { amount: { amountMinor: 0, currency: "CNY" } },
    code: "amount_not_positive",
  },
  {
    when: "a shipment that owes nothing",
    body: { shipments: ["SH-2026-000001", "SH-2026-999999"] },
    code: "unknown_open_item",
    pointer: "/shipments/1",
    says: /SH-2026-999999/,
  },
  { when: "a day to come", body: { receivedOn: "2062-01-01" }, code: "received_in_future" },
  {
    when: "a currency without an account",
    body: { amount: { amountMinor: 5, currency: "USD" } },
    code: "no_account_in_currency",
  },
];
Deno.test.each(apiRefusals)(
  "POST /api/v1/receipts refuses $when in both languages",
  async ({ body, code, pointer, says = /./ }: ApiRefusal) => {
    await using house = await dispatchHouse();
    await owed(house);
    const said = new Set<string>();
    for (const lang of ["zh", "en"] as const) {
      const reply = await house.api("POST", "/api/v1/receipts", {
        dealer: dealers.dingshun,
        amount: { amountMinor: 100, currency: "CNY" },
        ...body,
      }, { lang });
      assert.equal(reply.status, 422);
      const [error] = (await reply.json()).errors;
      assert.equal(error.code, code);
      assert.match(error.detail, says);
      if (pointer) assert.equal(error.pointer, pointer);
      said.add(error.detail);
    }
    assert.equal(said.size, 2);
  },
);

Deno.test("GET /api/v1/receipts goes on by cursor to its end", async () => {
  await using house = await dispatchHouse();
  for (let i = 0; i < 3; i++) await house.world.pay(100);
  const seen: string[] = [];
  let at: string | undefined = "/api/v1/receipts?limit=2";
  while (at) {
    const reply = await house.api("GET", at);
    const { items } = await reply.json() as { items: { number: string }[] };
    seen.push(...items.map(({ number }) => number));
    at = /<([^>]+)>/.exec(reply.headers.get("link") ?? "")?.[1];
  }
  assert.deepEqual(seen, ["RC-2026-000003", "RC-2026-000002", "RC-2026-000001"]);
  const dealer = await house.api("GET", "/api/v1/receipts", undefined, { by: "dealer" });
  assert.equal(dealer.status, 403);
});
