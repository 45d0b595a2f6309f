import assert from "node:assert/strict";
import { orderImportWords } from "./import_text.ts";

const { zh, en } = orderImportWords.both;

Deno.test("orderImportWords names the dealer, and the decimals a freight may have", () => {
  const unknown = { reason: "unknown_dealer", dealer: "D999999" } as const;
  const yen = { reason: "freight_unreadable", currency: "JPY", decimals: 0 } as const;
  for (const { refused } of [zh, en]) {
    assert.match(refused.unknown_dealer(unknown), /D999999/);
    assert.match(
      refused.freight_unreadable({ ...yen, currency: "CNY", decimals: 2 }),
      /12\.50.* 2 /,
    );
    assert.match(refused.freight_unreadable(yen), / 12 .*JPY|12;? JPY/);
    assert.doesNotMatch(refused.freight_unreadable(yen), /12\.50/);
  }
});
