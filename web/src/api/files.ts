/** Files of the API: fetched with the operator's session, and given to the browser to keep. */
import { GrapevineError } from "@grapevine/sdk";
import { language } from "../words/say.ts";
import { currentSlug } from "./client.ts";

/** Fetches a file and saves it under a name. Throws the server's problem. */
export async function saveFile(path: string, name: string): Promise<void> {
  const answer = await fetch(path, {
    headers: { "gv-as": "operator", "accept-language": language(), ...(currentSlug === null ? {} : { "gv-workspace": currentSlug }) },
  });
  if (!answer.ok) throw new GrapevineError((await answer.json()) as never, 1);
  saveText(await answer.text(), name, answer.headers.get("content-type") ?? "text/csv");
}

/** Gives the browser a text to keep as a file. */
export function saveText(text: string, name: string, type = "text/csv; charset=utf-8"): void {
  saveBlob(new Blob([text], { type }), name);
}

export function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
