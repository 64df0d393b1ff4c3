/** Another site, on an origin of its own: a shop that embeds the widget, or somebody who means harm. */
import http from "node:http";
import type { AddressInfo } from "node:net";

export type Site = {
  /** http://127.0.0.1:<port>, and not `localhost`, where the product answers: two sites to a browser. */
  url: string;
  /** What it answers, by path. */
  pages: Map<string, string>;
  close(): Promise<void>;
};

export async function openSite(pages: Record<string, string> = {}): Promise<Site> {
  const map = new Map(Object.entries(pages));
  const server = http.createServer((request, response) => {
    const body = map.get(new URL(request.url ?? "/", "http://site.example").pathname);
    response.writeHead(body === undefined ? 404 : 200, { "content-type": "text/html; charset=utf-8" }).end(body ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pages: map,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
