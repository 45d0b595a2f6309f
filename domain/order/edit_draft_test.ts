import { strict as assert } from "node:assert";
import {
  addLine,
  basisPoints,
  mergeLines,
  mostPastedRows,
  pastedRows,
  quantitiesMeant,
  quantityAndUnit,
  removeLine,
  stepLine,
  wholeNumber,
} from "./edit_draft.ts";
import { mostLines } from "./placing.ts";
import { emptyContent } from "./save_draft.ts";

Deno.test("wholeNumber() forgives keyboards, not decimals", () => {
  const cases: [string, number | null][] = [
    ["12", 12],
    ["１２", 12],
    [" 1,200 ", 1200],
    ["0", 0],
    ["1.5", null],
    ["-3", null],
    ["1e3", null],
    ["", null],
    ["十", null],
    ["9999999999", null],
  ];
  for (const [typed, expected] of cases) assert.equal(wholeNumber(typed), expected, typed);
});

Deno.test("basisPoints() reads per cent up to a hundred, two decimals", () => {
  const cases: [string, number | null][] = [
    ["", 0],
    ["5", 500],
    ["2.5 %", 250],
    ["12.25", 1225],
    ["100", 10_000],
    ["100.01", null],
    ["1.234", null],
    ["abc", null],
  ];
  for (const [typed, expected] of cases) assert.equal(basisPoints(typed), expected, typed);
});

Deno.test("mergeLines() adds up the same product in the same unit, and keeps what it cannot read", () => {
  let content = addLine(emptyContent, { code: "QY-1", unit: "箱", quantity: "3" });
  content = addLine(content, { code: "qy-1", unit: "箱", quantity: "4" });
  content = addLine(content, { code: "QY-1", unit: "瓶", quantity: "5" });
  content = addLine(content, { code: "QY-1", unit: "箱", quantity: "三" });
  const lines = mergeLines(content).lines.map(({ id, quantity }) => [id, quantity]);
  assert.deepEqual(lines, [["l1", "7"], ["l3", "5"], ["l4", "三"]]);
});

Deno.test("stepLine() stops at nothing and reads what was typed", () => {
  const content = addLine(emptyContent, { code: "QY-1", quantity: "1" });
  assert.equal(stepLine(content, "l1", -1).lines[0]!.quantity, "0");
  assert.equal(stepLine(stepLine(content, "l1", -1), "l1", -1).lines[0]!.quantity, "0");
  assert.equal(stepLine(content, "l1", 5).lines[0]!.quantity, "6");
});

Deno.test("line ids are never used twice", () => {
  const content = removeLine(addLine(emptyContent, { code: "A" }), "l1");
  assert.equal(addLine(content, { code: "B" }).lines[0]!.id, "l2");
});

Deno.test("pastedRows() reads tabs, commas and spaces, with the unit on either side", () => {
  assert.deepEqual(pastedRows("QY-1\t12\t箱\r\nQY-2, 3\n\nQY-3 瓶 7\nQY-4"), [
    { code: "QY-1", quantity: "12", unit: "箱" },
    { code: "QY-2", quantity: "3", unit: "" },
    { code: "QY-3", quantity: "7", unit: "瓶" },
    { code: "QY-4", quantity: "1", unit: "" },
  ]);
});

Deno.test("quantityAndUnit() reads a number with its unit on any keyboard, and nothing else", () => {
  const cases: [string, { quantity: string; unit: string } | null][] = [
    ["5箱", { quantity: "5", unit: "箱" }],
    ["１２ 箱", { quantity: "12", unit: "箱" }],
    ["1,200瓶", { quantity: "1200", unit: "瓶" }],
    ["5", null],
    ["箱", null],
    ["1.5箱", null],
    ["-5箱", null],
  ];
  for (const [typed, expected] of cases) assert.deepEqual(quantityAndUnit(typed), expected, typed);
});

Deno.test("quantitiesMeant() offers the whole numbers beside what was typed, and guesses none", () => {
  const cases: [string, number[]][] = [
    ["", [1]],
    ["0", [1]],
    ["1.5", [1, 2]],
    ["０.4", [1]],
    ["7.0", [7]],
    ["5台", [5]],
    ["-3", []],
    ["三", []],
    ["1e3", []],
  ];
  for (const [typed, expected] of cases) assert.deepEqual(quantitiesMeant(typed), expected, typed);
});

Deno.test("a paste may hold more rows than an order takes lines: some of them are one line", () => {
  assert.equal(mostPastedRows, 2 * mostLines);
});
