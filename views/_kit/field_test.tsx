import assert from "node:assert/strict";
import { Blank, Checkbox, Fieldset, Radios } from "./choice.tsx";
import { ErrorSummary, Field, Guard, Select, TextArea } from "./field.tsx";

Deno.test("Field wires its error to the control in place of the hint", () => {
  const html = String(
    <Field label="L" name="lines[3].quantity" hint="hint" error="wrong" value='"><b' />,
  );
  assert.match(html, /<label for="f-lines-3-quantity">/);
  assert.match(html, /id="f-lines-3-quantity"/);
  assert.match(html, /aria-invalid="true"/);
  assert.match(html, /aria-describedby="f-lines-3-quantity-error"/);
  assert.match(html, /<p class="note bad" id="f-lines-3-quantity-error">wrong<\/p>/);
  assert.match(html, /value="&quot;&gt;&lt;b"/);
  assert.doesNotMatch(html, />hint</);
});

Deno.test("Field without an error describes itself by its hint, or by nothing", () => {
  const hinted = String(<Field label="L" name="a" hint="hint" />);
  assert.match(hinted, /aria-describedby="f-a-hint"/);
  assert.match(hinted, /id="f-a-hint"/);
  assert.doesNotMatch(hinted, /aria-invalid/);
  assert.doesNotMatch(String(<Field label="L" name="a" />), /aria-/);
});

Deno.test("Field keeps unknown words out of its input", () => {
  const html = String(<Field label="L" name="a" beside={<i></i>} required maxlength={6} />);
  assert.match(html, /<div class="or"><input/);
  assert.match(html, /required/);
  assert.match(html, /maxlength="6"/);
  assert.doesNotMatch(html, /beside|label="L"/);
});

Deno.test("Select, TextArea, Checkbox, Radios and Fieldset say their errors too", () => {
  const options = [{ value: "1", label: "one" }, { value: "2", label: "two" }];
  const select = String(<Select label="L" name="s" options={options} value="2" error="no" />);
  assert.match(select, /aria-describedby="f-s-error"/);
  assert.match(select, /<option value="2" selected>two/);
  assert.match(String(<TextArea label="L" name="t" value="</textarea>" />), /&lt;\/textarea&gt;/);
  assert.match(String(<Checkbox label="L" name="c" error="no" />), /id="f-c-error"/);
  assert.match(
    String(<Radios label="L" name="r" options={options} error="no" />),
    /id="f-r-error"/,
  );
  const set = String(
    <Fieldset legend="L" id="set" error="no">
      <i></i>
    </Fieldset>,
  );
  assert.match(set, /<fieldset id="set"[^>]*aria-describedby="set-error"/);
});

Deno.test("ErrorSummary links each error to its control and focuses the first", () => {
  const errors = [{ id: "f-a", text: "A" }, { id: "f-b", text: "B" }];
  const html = String(<ErrorSummary errors={errors} lang="zh" />);
  assert.match(html, /role="alert"/);
  assert.match(html, /<a href="#f-a" autofocus>A<\/a>/);
  assert.match(html, /<a href="#f-b"\s*>B<\/a>/);
  assert.doesNotMatch(
    String(<ErrorSummary errors={errors} focus={false} lang="en" />),
    /autofocus/,
  );
  assert.equal(String(<ErrorSummary errors={[]} lang="zh" />), "");
});

Deno.test("Guard writes the key and the version, also version 0", () => {
  assert.equal(
    String(<Guard idempotencyKey="k" version={0} />),
    '<input type="hidden" name="idempotency_key" value="k">' +
      '<input type="hidden" name="version" value="0">',
  );
  assert.equal(String(<Guard />), "");
});

Deno.test("Blank is labelled for those who cannot see its place", () => {
  const html = String(<Blank label="Q" name="q" value={0} number cell="quantity" invalid />);
  for (const part of ['aria-label="Q"', 'value="0"', 'inputmode="numeric"', "data-cell"]) {
    assert.ok(html.includes(part), part);
  }
  assert.match(html, /aria-invalid="true"/);
});
