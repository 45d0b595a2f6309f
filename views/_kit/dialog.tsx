import type { Child } from "hono/jsx";
import type { HxAttributes } from "./hx.ts";
import { Guard, type GuardProps } from "./field_parts.tsx";
import { kitWords, type Lang } from "./text.ts";

interface DialogProps {
  id: string;
  label: string;
  children: Child;
}

/**
 * A sheet that floats. Anything with `data-dialog="<id>"` opens it; without scripts that link
 * leads to a page with the same content.
 */
export function Dialog({ id, label, children }: DialogProps) {
  return <dialog id={id} class="sheet" aria-label={label}>{children}</dialog>;
}

interface ConfirmProps extends GuardProps {
  id: string;
  /** Names the thing: 取消 SO2611-20418. */
  title: string;
  /** Says what will happen and what cannot be undone. */
  children: Child;
  action: string;
  /** The button says what happens: 取消订单, never 确定. */
  verb: string;
  /** A reason to write, or other fields. */
  fields?: Child;
  bad?: boolean;
  /** On the page without scripts, where 不了 leads; in a dialog it closes. */
  backHref?: string;
  hx?: HxAttributes;
  lang: Lang;
}

/** Asks once before something that cannot be taken back; also the body of the no-script page. */
export function Confirm(props: ConfirmProps) {
  return (
    <Dialog id={props.id} label={props.title}>
      <ConfirmForm {...props} />
    </Dialog>
  );
}

/** The form of a Confirm without the dialog around it; on its page the head says the title. */
export function ConfirmForm(props: ConfirmProps) {
  const { title, children, action, verb, fields, bad, hx, lang } = props;
  const { idempotencyKey, version, backHref } = props;
  return (
    <form method="post" action={action} class="in stack" {...hx}>
      {!backHref && <h2>{title}</h2>}
      <p>{children}</p>
      {fields}
      <Guard idempotencyKey={idempotencyKey} version={version} />
      <p class="acts">
        <button type="submit" class={bad ? "b go is-bad" : "b go"}>{verb}</button>
        {backHref
          ? <a class="b" href={backHref}>{kitWords(lang).keep}</a>
          : (
            <button type="submit" class="b" formmethod="dialog" formnovalidate>
              {kitWords(lang).keep}
            </button>
          )}
      </p>
    </form>
  );
}
