/**
 * Makes the program live for the time of the old orders and gives 50 advocates their codes ADV00 to ADV49. An open import lets a program
 * take effect in the past: history then settles as history.
 *
 *   GRAPEVINE_KEY=gv_live_... node examples/real-orders/setup.ts [http://localhost:4400]
 */
import { createClient } from "@grapevine/sdk";
import program from "./program.ts";

const [url = "http://localhost:4400"] = process.argv.slice(2);
const key = process.env["GRAPEVINE_KEY"];
if (key === undefined) throw new Error("Set GRAPEVINE_KEY to the workspace's secret key.");

const client = createClient({ url, key });
const scope = await client.imports.open("setup of the real orders");
await client.programs.put(program.key, program);
await client.programs.publish(program.key, { effective_from: "2010-12-01T00:00:00.000Z" });
for (let number = 0; number < 50; number++) {
  const code = `ADV${String(number).padStart(2, "0")}`;
  const { person } = await client.join(program.key, { user_id: code, name: `Advocate ${number}` });
  await client.unwrap(client.api.POST("/v1/links", { body: { program: program.key, person, kind: "vanity", code } }));
}
await client.imports.close(scope.id);
console.log(`${program.key} is live since 2010-12-01 and has 50 advocates, ADV00 to ADV49.`);
