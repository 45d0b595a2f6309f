import type { Child } from "hono/jsx";

export interface HeadProps {
  title: Child;
  /** The list this came from. */
  back?: { href: string; label: string };
  status?: Child;
  /** A `<Saved>` or a short note beside the title. */
  note?: Child;
  /** Buttons; exactly one of them is `.go`. */
  actions?: Child;
  /** One action that stays beside the title on a phone. */
  oneAction?: boolean;
  /** One line under the title: who, when, the deadline. */
  sub?: Child;
}

/** The head of a page: what this is, how far it is, what to do next. */
export function Head({ title, back, status, note, actions, oneAction, sub }: HeadProps) {
  return (
    <div class="head">
      {back && (
        <p class="note full">
          <a href={back.href}>{`← ${back.label}`}</a>
        </p>
      )}
      <h1>{title}</h1>
      {status}
      {note}
      {actions && <div class={oneAction ? "acts one" : "acts"}>{actions}</div>}
      {sub && <p class="sub">{sub}</p>}
    </div>
  );
}

interface DuoProps {
  /** The facts, 296 px on the right; below 1248 px they follow the work. */
  aside: Child;
  /** A wider right side for a page that calculates there. */
  wideAside?: boolean;
  children: Child;
}

/** Work left, facts right. */
export function Duo({ aside, wideAside, children }: DuoProps) {
  return (
    <div class={wideAside ? "duo promo" : "duo"}>
      <div class="stack">{children}</div>
      <aside class="stack">{aside}</aside>
    </div>
  );
}

/** Sheets under each other with the house's distance. */
export function Stack({ children }: { children: Child }) {
  return <div class="stack">{children}</div>;
}

export interface SheetProps {
  id?: string;
  title?: Child;
  /** Right of the title: a note, a status or one link. */
  aside?: Child;
  /** For a sheet without a title. */
  label?: string;
  /** "todo" lists links as rows. */
  kind?: "todo";
  children?: Child;
}

/** One white sheet on the desk. Never inside another. */
export function Sheet({ id, title, aside, label, kind, children }: SheetProps) {
  return (
    <section id={id} class={kind ? `sheet ${kind}` : "sheet"} aria-label={label}>
      {title && (
        <header>
          <h2>{title}</h2>
          {typeof aside === "string" ? <span class="note">{aside}</span> : aside}
        </header>
      )}
      {children}
    </section>
  );
}

/** A padded part of a sheet; two in a row are parted by a hairline. */
export function In({ children }: { children: Child }) {
  return <div class="in">{children}</div>;
}
