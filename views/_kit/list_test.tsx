import assert from "node:assert/strict";
import { Filters } from "./filters.tsx";
import type { Shell } from "./layout.tsx";
import { ListPage } from "./list_page.tsx";
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

const shell: Shell = {
  lang: "zh",
  side: "staff",
  brand: { name: "清屿饮品" },
  nav: [],
  who: { name: "陈敏" },
  here: "/thing",
};

/** What stands in the list's place when nothing does. */
function emptyList(filters: Parameters<typeof ListPage>[0]["filters"]): string {
  const empty = { title: "还没有东西", why: "先新建一个。" };
  return String(
    <ListPage shell={shell} title="东西" columns={columns} rows={[]} {...{ filters, empty }} />,
  );
}

Deno.test("ListPage names the view, the words and the filters that left nothing", () => {
  const html = emptyList({
    action: "/thing",
    view: "只看逾期",
    search: { value: "水", label: "查找" },
    filters: [
      { name: "region", label: "区域", value: "E", options: [{ value: "E", label: "　华东" }] },
      { name: "state", label: "状态" },
    ],
  });
  assert.match(html, /只看逾期，“水”，区域：华东。/);
  assert.match(html, /<a class="b" href="\/thing">/);
  assert.doesNotMatch(html, /还没有东西|<table/);
});

Deno.test("ListPage without a row and without a filter says why there is nothing", () => {
  assert.match(emptyList({ action: "/thing", search: { label: "查找" } }), /还没有东西/);
  assert.match(emptyList(undefined), /先新建一个。/);
});
