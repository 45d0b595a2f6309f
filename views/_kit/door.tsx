import type { Child } from "hono/jsx";
import { paths } from "./paths.ts";
import { kitWords, type Lang } from "./text.ts";
import type { Brand } from "./top_bar.tsx";

interface DoorProps {
  brand: Brand;
  action: string;
  title: Child;
  lang: Lang;
  /** Where the language switch comes back to. */
  here: string;
  /** Fields and one `.b.go.w`. */
  children: Child;
  /** Other ways in, as links. */
  ways?: Child;
  /** No account yet? */
  help?: Child;
}

/** The way in: sign-in, invitations, new passwords. Stands in `<Page bare>`. */
export function Door({ brand, action, title, lang, here, children, ways, help }: DoorProps) {
  const other = lang === "zh" ? "en" : "zh";
  return (
    <>
      <form class="door" method="post" action={action}>
        <p class="brand">
          {brand.name}
          {brand.suffix && <i>{brand.suffix}</i>}
        </p>
        <h1>{title}</h1>
        {children}
        <p class="acts note">
          {ways}
          <button type="submit" form="language" class="link push" name="lang" value={other}>
            <span lang={other}>{kitWords(lang).otherLanguage}</span>
          </button>
        </p>
        {help && <div class="note">{help}</div>}
      </form>
      <form id="language" method="post" action={paths.preference()}>
        <input type="hidden" name="back" value={here} />
      </form>
    </>
  );
}
