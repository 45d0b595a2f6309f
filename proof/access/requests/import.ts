import type { Requests } from "../requests.ts";

/** A file as a browser hands it in. */
export function importOf(kind: string, text: string) {
  const edge = "----matrix";
  const part = (name: string, value: string) =>
    `--${edge}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const file = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="f.csv"\r\n` +
    `content-type: text/csv\r\n\r\n${text}\r\n`;
  return {
    body: `${part("kind", kind)}${file}--${edge}--\r\n`,
    headers: { "content-type": `multipart/form-data; boundary=${edge}` },
  };
}

/** A good row, and one that is told back in the error file. */
export const products =
  "编码,品名,规格,品牌,类目,条码,基本单位,销售单位,单位换算,税率,单重/克,状态\n" +
  "NEW-1,新品,550 ml,清屿,DRINK,,瓶,瓶,,13,560,on_sale\n" +
  "NEW-2,,550 ml,清屿,NONE,,瓶,瓶,,13,560,on_sale\n";

const one = ({ upload }: { upload: string }) => ({ path: { id: upload } });

export const importRequests: Requests = {
  "GET /import": () => ({}),
  "POST /import": () => {
    const { body, headers } = importOf("products", products);
    return { raw: body, headers };
  },
  "GET /import/:id": one,
  "GET /import/:id/errors": one,
  "POST /import/:id/application": one,
};
