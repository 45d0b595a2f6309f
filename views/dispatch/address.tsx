import type { Named, ShipTo } from "~/domain/dispatch/read_models.ts";
import { named } from "~/views/_kit/named.ts";
import { placeText } from "~/views/_kit/place.ts";
import type { Lang } from "~/views/_kit/text.ts";

/** To whom and where, as it is read at a door. */
export function Address({ dealer, to, lang }: { dealer: Named; to: ShipTo; lang: Lang }) {
  const { contact, phone } = to;
  return (
    <address>
      <b>{named(dealer, lang)}</b>
      <br />
      {contact} {phone}
      <br />
      {placeText(to, lang)}
    </address>
  );
}
