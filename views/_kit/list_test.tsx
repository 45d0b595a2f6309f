import assert from "node:assert/strict";
import { Filters } from "./filters.tsx";
import { Bulk, Pager, Tabs } from "./list_parts.tsx";
import { type Column, Table } from "./table.tsx";

interface Row {
  id: string;
  name: string;
}

const columns: Column<Row>[] = [
  { head: "N", cell: (row) => row.id, card: "no" },
  { head: "D", cell: (row) => row.name, card: "cu", sort: { href: "/x?sort=d" } },
  { head: "A", cell: () => "1", align: "end", card: "amt", account: true, unit: " 箱" },
  { head: "X", cell: () => "x", drop: true, quiet: true },
];

Deno.test("Table gives each cell its place and escapes what it shows", () => {
  const rows = [{ id: "1", name: "<script>" }];
  const html = String(<Table caption="C" columns={columns} rows={rows} lang="zh" />);
  assert.match(html, /<caption class="vh">C<\/caption>/);
  assert.equal(html.match(/<th scope="col"/g)?.length, 4);
  assert.match(html, /<td class="c-cu"[^>]*>&lt;script&gt;<\/td>/);
  assert.match(html, /<td class="c-amt u n acct" data-u=" 箱">/);
  assert.match(html, /<td class="off drop q"/);
  assert.doesNotMatch(html, /checkbox/);
});

Deno.test("Table ticks belong to the bulk form and never hide its id", () => {
  const select = {
    form: "bulk",
    id: (row: Row) => row.id,
    label: (row: Row) => row.name,
    amountMinor: () => 706640,
  };
  const html = String(
    <Table
      caption="C"
      columns={columns}
      rows={[{ id: "7", name: "d" }]}
      select={select}
      lang="en"
    />,
  );
  assert.match(html, /data-all="bulk"/);
  assert.match(html, /form="bulk" name="row" value="7" aria-label="Select d" data-amount="706640"/);
});

Deno.test("Table puts a message under its row and keeps the account column", () => {
  const rows = [{ id: "1", name: "d" }];
  const html = String(
    <Table
      caption="C"
      columns={columns.slice(0, 3)}
      rows={rows}
      tone={() => "err"}
      sub={() => <a href="/fix">f</a>}
      lang="zh"
    />,
  );
  assert.match(html, /<tr\s+class="up err">/);
  assert.match(html, /<tr class="sub err"><td colspan="2"><div><a href="\/fix">f/);
  assert.match(html, /<td class="off acct"><\/td><\/tr>/);
});

Deno.test("Filters are URLs: a set one clears itself, an unset one offers its values", () => {
  const html = String(
    <Filters
      action="/order"
      keep={{ view: "today" }}
      search={{ label: "s", value: "a&b" }}
      filters={[
        { name: "by", label: "跟单", value: "us", options: [{ value: "us", label: "我这组" }] },
        { name: "state", label: "状态", options: [{ value: "p1", label: "待审核" }] },
        { name: "over", label: "金额", type: "number" },
      ]}
      lang="zh"
    />,
  );
  assert.match(html, /<a class="chip on" href="\/order\?view=today&amp;q=a%26b">跟单：我这组/);
  assert.match(html, /href="\/order\?view=today&amp;q=a%26b&amp;by=us&amp;state=p1">待审核/);
  assert.match(html, /<input type="hidden" name="by" value="us">/);
  assert.match(html, /popovertarget="filter-over"/);
});

Deno.test("Tabs, Pager and Bulk are links and forms that need no script", () => {
  const views = [{ href: "/a", label: "A", count: 5000, late: true, current: true }];
  assert.match(
    String(<Tabs views={views} lang="zh" />),
    /<a href="\/a" aria-current="page">A<i class="bad">1,000\+<\/i><\/a>/,
  );
  const capped = [{ href: "/a", label: "A", count: 101, cap: 100 }];
  assert.match(String(<Tabs views={capped} lang="en" />), />100\+<\/i>/);
  const pager = String(<Pager note="n" older="/o" lang="en" />);
  assert.match(pager, /rel="next" href="\/o">Older/);
  assert.doesNotMatch(pager, /Newer/);
  const verbs = [{ label: "V", action: "/order/approval", main: true }];
  const bulk = String(<Bulk id="b" verbs={verbs} sum idempotencyKey="k" lang="zh" />);
  assert.match(bulk, /<form id="b" class="bulk" method="post"/);
  assert.match(bulk, /class="b s go" formaction="\/order\/approval">V/);
  assert.match(bulk, /name="idempotency_key" value="k"/);
});
