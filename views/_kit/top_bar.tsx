import type { Child } from "hono/jsx";
import type { NavItem, Side } from "./nav.ts";
import { paths } from "./paths.ts";
import { kitWords, type Lang } from "./text.ts";

export type Theme = "light" | "dark";

export interface Brand {
  name: string;
  /** 订货平台: said on wide screens only. */
  suffix?: string;
  href?: string;
}

export interface Who {
  name: string;
  /** 待办 7, 消息 2. */
  links?: { href: string; label: string }[];
}

interface TopBarProps {
  lang: Lang;
  side: Side;
  brand: Brand;
  nav: NavItem[];
  here: string;
  who?: Who;
  theme?: Theme;
}

const current = (item: NavItem) => item.current ? "page" : undefined;

/** Ink for staff, paper for dealers: nobody types in the wrong place. */
export function TopBar({ lang, side, brand, nav, here, who, theme }: TopBarProps) {
  const t = kitWords(lang);
  return (
    <header class={side === "staff" ? "top staff" : "top"}>
      <a class="brand" href={brand.href ?? paths.home()}>
        {brand.name}
        {brand.suffix && <i class="wide">{brand.suffix}</i>}
      </a>
      <nav aria-label={t.mainNav}>
        {nav.map((item) => <a href={item.href} aria-current={current(item)}>{item.label}</a>)}
      </nav>
      <div class="who">
        {who && (
          <a href={paths.search()} data-dialog="find" aria-keyshortcuts="/ Control+K">
            {t.find} <kbd>/</kbd>
          </a>
        )}
        {who?.links?.map((link) => <a href={link.href}>{link.label}</a>)}
        <details class="menu">
          <summary>
            <span class="wide">{who?.name ?? t.otherLanguage}</span>
            <span class="thin">{t.menu}</span>
          </summary>
          <div class="pop">
            <nav aria-label={t.menu}>
              {nav.map((item) => <a href={item.href} aria-current={current(item)}>{item.label}</a>)}
              {who && <a href={paths.search()}>{t.find}</a>}
              {who?.links?.map((link) => <a href={link.href}>{link.label}</a>)}
            </nav>
            <Switches lang={lang} here={here} theme={theme} />
            {who && (
              <form method="post" action={paths.signOut()}>
                <button type="submit" class="b s w">{t.signOut}</button>
              </form>
            )}
          </div>
        </details>
      </div>
    </header>
  );
}

/** Each choice is a plain form post that comes back to this page; no script is needed. */
export function Switches({ lang, here, theme }: { lang: Lang; here: string; theme?: Theme }) {
  const t = kitWords(lang);
  const other = lang === "zh" ? "en" : "zh";
  return (
    <form class="switches" method="post" action={paths.preference()}>
      <input type="hidden" name="back" value={here} />
      <button type="submit" class="b s w" name="lang" value={other}>
        <span lang={other}>{t.otherLanguage}</span>
      </button>
      <Seg
        label={t.theme}
        name="theme"
        value={theme ?? "system"}
        options={Object.entries(t.themes)}
      />
    </form>
  );
}

interface SegProps {
  label: string;
  name: string;
  value: string;
  options: [value: string, label: Child][];
}

/** A short choice as joined submit buttons of the form around it. */
export function Seg({ label, name, value, options }: SegProps) {
  return (
    <span class="seg" role="group" aria-label={label}>
      {options.map(([option, words]) => (
        <button type="submit" name={name} value={option} aria-pressed={String(option === value)}>
          {words}
        </button>
      ))}
    </span>
  );
}

/** The dealer's four places at the thumb. */
export function TabBar({ nav, lang }: { nav: NavItem[]; lang: Lang }) {
  return (
    <nav class="tabbar" aria-label={kitWords(lang).mainNav}>
      {nav.slice(0, 4).map((item) => (
        <a href={item.href} aria-current={current(item)}>{item.label}</a>
      ))}
    </nav>
  );
}
