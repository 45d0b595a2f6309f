import { strict as assert } from "node:assert";
import { placeText } from "./place.ts";

Deno.test("placeText() goes from the large to the small in Chinese, back in English, and says a municipality once", () => {
  const xuzhou = { province: "江苏省", city: "徐州市", street: "铜山区新城路 18 号" };
  const tianjin = { province: "天津市", city: "天津市", street: "河西区滨河路 178 号" };
  assert.equal(placeText(xuzhou, "zh"), "江苏省徐州市铜山区新城路 18 号");
  assert.equal(placeText(xuzhou, "en"), "铜山区新城路 18 号, 徐州市, 江苏省");
  assert.equal(placeText(tianjin, "zh"), "天津市河西区滨河路 178 号");
});
