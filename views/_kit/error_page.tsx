import type { Child } from "hono/jsx";
import { type KitWords, kitWords, type Lang } from "./text.ts";

export type Trouble = keyof KitWords["errors"];

interface ErrorPageProps {
  trouble: Trouble;
  /** The number to quote. */
  requestId?: string;
  /** What was kept, when there is something: 草稿已存 10:42. */
  kept?: Child;
  /** Where 重试 leads; a POST is repeated by its own form with the same key. */
  retryHref?: string;
  /** Ways on: the list, the home page. */
  actions?: Child;
  /** Who can help, for a 403: 找 陈敏 开. */
  help?: Child;
  /** The heading's level: 1 on a page of its own. */
  level?: 1 | 3;
  lang: Lang;
}

/** What happened, what was kept, the way on and a number to quote. Stands in a `<Page>`. */
export function ErrorPage(props: ErrorPageProps) {
  const { trouble, requestId, kept, retryHref, actions, help, level = 1, lang } = props;
  const t = kitWords(lang);
  const words = t.errors[trouble];
  return (
    <section class="trouble">
      {level === 1 ? <h1>{words.title}</h1> : <h3>{words.title}</h3>}
      <p>{words.what}</p>
      {kept && <p>{kept}</p>}
      <p>{help ?? words.way}</p>
      {(retryHref || actions) && (
        <p class="acts">
          {retryHref && <a class="b go" href={retryHref}>{t.retry}</a>}
          {actions}
        </p>
      )}
      {requestId && <p class="note">{t.requestId(requestId)}</p>}
    </section>
  );
}
