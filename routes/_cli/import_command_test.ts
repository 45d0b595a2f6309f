import assert from "node:assert/strict";
import { testConfig } from "~/routes/_entry/testing.ts";
import { importCommand } from "./import_command.ts";
import { categoryCsv, importDesk } from "./import/testing.ts";

async function told(csv: string | null, { dryRun = false } = {}) {
  await using desk = await importDesk();
  const file = `${desk.folder}/类目.csv`;
  if (csv !== null) await Deno.writeTextFile(file, csv);
  const lines: string[] = [];
  const exit = await importCommand.run({
    engine: desk,
    config: testConfig,
    args: { kind: "categories", file, dryRun },
    lang: "zh",
    print: (line) => void lines.push(line.replace(desk.folder, "")),
  });
  const names = [...Deno.readDirSync(desk.folder)].map(({ name }) => name);
  const stored = desk.read.all("select code from category", []).length;
  return { exit, lines, stored, hasErrors: names.includes("类目.csv.errors.csv") };
}

Deno.test("import prints what was done and ends with 0", async () => {
  const { exit, lines, stored, hasErrors } = await told(categoryCsv);
  assert.deepEqual([exit, stored, hasErrors], [0, 3, false]);
  assert.deepEqual(lines, ["新建 3，改动 0，不变 0，拒绝 0"]);
});

Deno.test("import names the refused rows and their file and ends with 1", async () => {
  const { exit, lines, stored, hasErrors } = await told(`${categoryCsv}SODA,汽水,,NONE\n`);
  assert.deepEqual([exit, stored, hasErrors], [1, 3, true]);
  assert.match(lines[0]!, /^第 5 行 SODA：上级：没有编码为 NONE/);
  assert.equal(lines.at(-1), "拒绝的行和原因在 /类目.csv.errors.csv");
});

Deno.test("import --dry-run lists the rows and leaves neither record nor file", async () => {
  const { exit, lines, stored, hasErrors } = await told(`${categoryCsv}SODA,汽水,,NONE\n`, {
    dryRun: true,
  });
  assert.deepEqual([exit, stored, hasErrors], [1, 0, false]);
  assert.deepEqual(lines.slice(0, 2), ["只预览，没有写入：", "第 2 行 DRINK：新建"]);
});

Deno.test("import --dry-run of a file too long to rehearse says that each was judged alone", async () => {
  const rows = Array.from({ length: 1001 }, (_, at) => `C-${at},类 ${at},,\n`).join("");
  const { exit, lines } = await told(`编码,名称,英文名,上级\n${rows}`, { dryRun: true });
  assert.equal(exit, 0);
  assert.equal(
    lines.filter((line) => /^文件超过 1000 行，每张单是单独判断的/.test(line)).length,
    1,
  );
  assert.equal(lines.at(-1), "新建 1001，改动 0，不变 0，拒绝 0");
});

Deno.test("import of a file that is not there, or is no such file, ends with 2", async () => {
  assert.deepEqual(await told(null), {
    exit: 2,
    lines: ["找不到文件 /类目.csv。"],
    stored: 0,
    hasErrors: false,
  });
  assert.equal((await told("a,b\n1,2\n")).exit, 2);
});

Deno.test("import takes known kinds only", () => {
  const args = { kind: "nonsense", file: "x.csv", dryRun: false };
  assert.equal(importCommand.args.safeParse(args).success, false);
  assert.equal(importCommand.args.safeParse({ ...args, kind: "dealers" }).success, true);
});
