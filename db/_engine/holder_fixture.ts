/** Another process that holds the database for a while: run by writer_test.ts. */
import { openWriter } from "./native.ts";

const [path, holdMs] = Deno.args;
const connection = openWriter(path!);
connection.exec("begin immediate");
connection.run("insert into item (id, note) values (1000, 'the other process')");
console.log("holding");
setTimeout(() => {
  connection.exec("commit");
  connection.close();
}, Number(holdMs));
