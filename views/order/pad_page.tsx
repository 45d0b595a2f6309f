import type { Child } from "hono/jsx";
import type { Reading } from "~/views/_kit/date.tsx";
import { ErrorSummary } from "~/views/_kit/field.tsx";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Message } from "~/views/_kit/message.tsx";
import { named } from "~/views/_kit/named.ts";
import { Pad, PadForm, PadKeys, type PadLine, PadNew } from "~/views/_kit/pad.tsx";
import { PadRow } from "~/views/_kit/pad_row.tsx";
import { Partial } from "~/views/_kit/partial.tsx";
import { Saved } from "~/views/_kit/saved.tsx";
import { Duo, Head, Sheet } from "~/views/_kit/sheet.tsx";
import { addingOf, padLines, Press, refusalsByLine } from "./pad_lines.tsx";
import type { PadState } from "./pad_state.ts";
import { padWords } from "./pad_text.ts";
import { PadStick, PadTerms, PadTotals } from "./pad_totals.tsx";

type Props = { shell: Shell; state: PadState; reading: Reading; stale?: boolean; tried?: boolean };

const padPath = "/order/pad";

/** The order pad: one form, posted whole; works without scripts to the confirmation. */
export function PadPage({ shell, state, reading, stale, tried }: Props) {
  const { lang } = shell;
  const t = padWords(lang);
  const { draft, dealer } = state;
  const title = state.onBehalf ? t.titleFor(named(dealer, lang)) : t.title;
  return (
    <Page {...shell} title={title} scripts={["pad.js"]} tabbar={false}>
      <Head title={title} note={<Saved at={draft.updatedAt} reading={reading} />} />
      <PadForm preview={padPath} options={{ swap: "none" }}>
        <Duo
          aside={
            <>
              <PadTotals state={state} lang={lang} />
              <PadTerms state={state} lang={lang} />
            </>
          }
        >
          <Sheet label={t.heads.caption}>
            <PadErrors state={state} lang={lang} focus={tried} stale={stale} />
            <Pad
              lines={marked(padLines(state, lang))}
              heads={headsOf(state, lang)}
              adding={addingOf(state, lang)}
              lang={lang}
            />
            <PadHint state={state} lang={lang} />
            <PadKeys lang={lang} />
            <PasteBox state={state} lang={lang} />
          </Sheet>
        </Duo>
        <DraftNamed state={state} />
        <Hidden state={state} errors={<PadErrors state={state} lang={lang} stale={stale} />} />
        <PadStick state={state} lang={lang} />
      </PadForm>
    </Page>
  );
}

function headsOf(state: PadState, lang: Shell["lang"]) {
  const t = padWords(lang);
  return {
    ...t.heads,
    amount: t.amountIn(state.dealer.currency),
    promotion: state.mayDiscount ? t.discountHead : "",
  };
}

/** What every answer changes: the version of the draft, the next line's id, the looks of the errors. */
function Hidden({ state, errors }: { state: PadState; errors: Child }) {
  const { draft, content } = state;
  const asks = content.adding === "" ? "" : "+";
  return (
    <div id="pad-hidden">
      <input type="hidden" name="version" value={draft.version} />
      <input type="hidden" name="nextLine" value={content.nextLine} />
      <input type="hidden" name="looks" value={hashOf(String(errors)) + asks} />
    </div>
  );
}

/** Whose draft it is: another one only where another window had begun it first. */
function DraftNamed({ state: { draft, dealer, onBehalf } }: { state: PadState }) {
  return (
    <div id="pad-draft">
      <input type="hidden" name="draft" value={draft.id} />
      <input type="hidden" name="idempotency_key" value={`pad-${draft.id}`} />
      {onBehalf && <input type="hidden" name="dealer" value={dealer.code} />}
    </div>
  );
}

function PadHint({ state, lang }: { state: PadState; lang: Shell["lang"] }) {
  const empty = state.content.lines.length === 0;
  return <div id="pad-hint">{empty && <p class="in q">{padWords(lang).empty}</p>}</div>;
}

type ErrorsProps = { state: PadState; lang: Shell["lang"]; focus?: boolean; stale?: boolean };

function PadErrors({ state, lang, focus, stale }: ErrorsProps) {
  const t = padWords(lang);
  const wrong = refusalsByLine(state);
  const errors = state.content.lines.flatMap((line, at) => {
    const [refusal] = wrong.get(line.id) ?? [];
    if (!refusal) return [];
    const sku = state.skus.get(line.code);
    const field = refusal.at?.endsWith("/quantity") ? "quantity" : "code";
    return [{
      id: `${field}-${line.id}`,
      text: t.line(at + 1, sku ? named(sku, lang) : line.code),
    }];
  });
  return (
    <div id="pad-errors">
      {stale && <Message tone="warn" alert fact={t.stale} />}
      <ErrorSummary errors={errors} lang={lang} focus={focus ?? false} />
    </div>
  );
}

function PasteBox({ state, lang }: { state: PadState; lang: Shell["lang"] }) {
  const t = padWords(lang);
  return (
    <details class="in">
      <summary>{t.paste}</summary>
      <div class="stack" data-pad-paste>
        <textarea class="box" name="paste" rows={5} aria-label={t.paste} placeholder={t.pasteHint}>
        </textarea>
        <p class="acts">
          <button type="submit" class="b" data-paste>{t.pasteVerb}</button>
          {state.content.lines.length > 0 && <Press name="clear" value="1">{t.clear}</Press>}
        </p>
      </div>
    </details>
  );
}

/** A row's looks as a few letters: a row that looks the same is not sent again. */
export function marked(lines: PadLine[]): PadLine[] {
  return lines.map((line) => ({ ...line, seen: looksOf(line) }));
}

function looksOf(line: PadLine): string {
  const { focus: _, seen: __, ...rest } = line;
  return hashOf(Object.values(rest).map(String).join("\u0000"));
}

function hashOf(text: string): string {
  let hash = 5381;
  for (const letter of text) {
    hash = (hash * 33 ^ letter.codePointAt(0)!) >>> 0;
  }
  return hash.toString(36);
}

/** What the window showed when it asked: its draft, the looks of its lines and errors (+ beside a question what to add). */
export type PadBefore = {
  draft: string;
  lines: Record<string, string>;
  errors: string;
};

type ChangesProps = {
  state: PadState;
  before: PadBefore;
  lang: Shell["lang"];
  reading: Reading;
  stale?: boolean;
  tried?: boolean;
};

/** Only what changed: the rows that look different, the totals, the saved note, the hidden version. */
export function PadChanges({ state, before, lang, reading, stale, tried }: ChangesProps) {
  const seen = before.lines;
  const errors = <PadErrors state={state} lang={lang} stale={stale} />;
  const lines = marked(padLines(state, lang));
  const heads = headsOf(state, lang);
  const adding = addingOf(state, lang);
  const gone = Object.keys(seen).filter((id) => !lines.some((line) => line.id === id));
  return (
    <>
      <Partial target="#pad-hidden">
        <Hidden state={state} errors={errors} />
      </Partial>
      {before.draft !== state.draft.id && (
        <Partial target="#pad-draft">
          <DraftNamed state={state} />
        </Partial>
      )}
      {gone.map((id) => <Partial target={`#line-${id}`} swap="delete" />)}
      {lines.filter((line) => line.id in seen && seen[line.id] !== line.seen).map((line) => (
        <Partial target={`#line-${line.id}`}>
          <PadRow line={line} heads={heads} lang={lang} />
        </Partial>
      ))}
      {lines.filter((line) => !(line.id in seen)).map((line) => (
        <Partial target="#pad-new" swap="beforebegin">
          <PadRow line={line} heads={heads} lang={lang} />
        </Partial>
      ))}
      {(adding || before.errors.endsWith("+")) && (
        <Partial target="#pad-new">
          <PadNew heads={heads} adding={adding} />
        </Partial>
      )}
      {(tried || hashOf(String(errors)) !== before.errors.replace("+", "")) && (
        <Partial target="#pad-errors">
          <PadErrors state={state} lang={lang} focus={tried} stale={stale} />
        </Partial>
      )}
      {(lines.length === 0) !== (Object.keys(seen).length === 0) && (
        <Partial target="#pad-hint">
          <PadHint state={state} lang={lang} />
        </Partial>
      )}
      <Partial target="#pad-totals">
        <PadTotals state={state} lang={lang} />
      </Partial>
      <Partial target="#pad-stick">
        <PadStick state={state} lang={lang} />
      </Partial>
      <Partial target="#saved">
        <Saved at={state.draft.updatedAt} reading={reading} />
      </Partial>
    </>
  );
}
