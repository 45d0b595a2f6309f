import assert from "node:assert/strict";
import { GapScale } from "./gap_scale.tsx";
import { Meter, Ticks } from "./meter.tsx";
import { Waterfall } from "./waterfall.tsx";

Deno.test("Meter draws what was used, what this adds, and to scale what is beyond", () => {
  const html = String(<Meter had={734} adds={40} whole={1000} label="L" />);
  assert.match(html, /class="had" x="0%" width="73.4%"/);
  assert.match(html, /class="new" x="73.4%" width="4%"/);
  assert.match(html, /role="img" aria-label="L"/);
  const over = String(<Meter had={98} adds={8} whole={100} label="L" />);
  assert.match(over, /class="over" x="94.3%" width="5.7%"/);
  assert.doesNotMatch(String(<Meter had={5} whole={0} label="L" />), /NaN|Infinity/);
});

Deno.test("Ticks are one for each case and become a meter above 30", () => {
  const html = String(<Ticks done={17} all={20} label="L" />);
  assert.equal(html.match(/M\d+ 0v12/g)?.length, 20);
  assert.match(html, /class="ticks" width="118"/);
  assert.match(String(<Ticks done={17} all={31} label="L" />), /class="meter"/);
});

Deno.test("Waterfall ends at the price it explains, every bar on one scale", () => {
  const steps = [3000, 2880, 2640].map((afterMinor) => ({ label: "l", afterMinor }));
  const html = String(<Waterfall label="L" steps={steps} result="R" />);
  assert.match(html, /x="96%" width="4%"/);
  assert.match(html, /x="88%" width="8%"/);
  assert.match(html, /−3.60/);
  assert.match(html, /<span class="end n">26.40<\/span><\/div>$/);
});

Deno.test("GapScale is to scale, keeps its gap, and moves touching labels apart", () => {
  const html = String(
    <GapScale
      bound={{ label: "b", value: 40510 }}
      pick={{ label: "p", value: 41260 }}
      rivals={[{ label: "near", value: 41300 }, { label: "far", value: 51800 }]}
      format={String}
      text="T"
    />,
  );
  assert.match(html, /class="gap two" role="img" aria-label="T"/);
  assert.match(html, /class="open" x="14%" y="28" width="4.8%"/);
  assert.match(html, /<g class="wide"><rect x="19%"/);
  assert.match(html, /x="86%" y="52" text-anchor="middle">far 51800/);
});
