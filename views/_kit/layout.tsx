import type { Child } from "hono/jsx";
import { raw } from "hono/html";
import { assetPath } from "./assets.ts";
import { hxConfig } from "./hx.ts";
import type { NavItem, Side } from "./nav.ts";
import { FindDialog, KeysDialog } from "./shell_dialogs.tsx";
import { htmlLang, kitWords, type Lang } from "./text.ts";
import { type Brand, TabBar, type Theme, TopBar, type Who } from "./top_bar.tsx";

export type { Brand, Theme, Who } from "./top_bar.tsx";

/** What every page of one request shares: routes make it once and spread it. */
export interface Shell {
  lang: Lang;
  side: Side;
  brand: Brand;
  nav: NavItem[];
  /** The path and query of this page: the switches come back to it. */
  here: string;
  /** Absent before sign-in. */
  who?: Who;
  /** Absent: as the system says. */
  theme?: Theme;
  /** Row height of lists; absent: normal. */
  rows?: "tight" | "loose";
  /** Single-key shortcuts (/ ? j k x); a person may switch them off. */
  keys?: boolean;
}

export interface PageProps extends Shell {
  title: string;
  /** The order pad asks for "pad.js". */
  scripts?: "pad.js"[];
  /** A page with a sticky total bar gives up the tab bar. */
  tabbar?: boolean;
  /** No top bar: the way in. */
  bare?: boolean;
  children: Child;
}

/** The whole document around one page. */
export function Page(props: PageProps) {
  const { lang, title, brand, side, theme, rows, keys = true, scripts = [] } = props;
  const { tabbar = side === "dealer", bare, nav, who, children } = props;
  const t = kitWords(lang);
  return (
    <>
      {raw("<!doctype html>")}
      <html
        lang={htmlLang[lang]}
        data-theme={theme}
        data-rows={rows}
        data-keys={keys ? undefined : "off"}
      >
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content={theme ?? "light dark"} />
          <meta name="htmx-config" content={hxConfig} />
          <title>{`${title} · ${brand.name}`}</title>
          <link rel="icon" href="data:," />
          <link rel="stylesheet" href={assetPath("quanyu.css")} />
          <script src={assetPath("htmx.js")} defer></script>
          <script src={assetPath("quanyu.js")} defer></script>
          {scripts.map((name) => <script src={assetPath(name)} defer></script>)}
        </head>
        <body>
          <a class="skip" href="#main">{t.skip}</a>
          {!bare && <TopBar {...props} />}
          <Strip lang={lang} />
          <main id="main" tabindex={-1}>{children}</main>
          {tabbar && who && <TabBar nav={nav} lang={lang} />}
          {who && <FindDialog lang={lang} />}
          {who && <KeysDialog lang={lang} />}
        </body>
      </html>
    </>
  );
}

/** Offline, and requests that did not go through: quanyu.ts fills what the server wrote here. */
function Strip({ lang }: { lang: Lang }) {
  const t = kitWords(lang);
  return (
    <p
      id="strip"
      class="msg is-warn strip"
      role="status"
      hidden
      data-offline={t.offline}
      data-problem={t.problem("{status}")}
      data-no-reply={t.noReply}
      data-signed-out={t.signedOut}
      data-saving={t.saved.saving}
      data-failed={t.saved.failed}
    >
    </p>
  );
}
