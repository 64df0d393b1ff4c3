/** What a redirect needs to know about a code, and the news that it has changed. */
import pg from "pg";
import type { Client, Pool } from "./db.ts";

type Db = Pick<Client, "query"> | Pool;

/** Notifications about links. The payload says what to forget: `workspace-id` (all of it) or `workspace-id/CODE` (normalised). */
const CHANNEL = "grapevine_links";

/**
 * The workspaces of random codes (normalised); those that are unknown are missing. Global by nature: a code is all that a visitor brings.
 */
export async function findCodeWorkspaces(db: Db, codes: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await (db as Client).query<{ code: string; workspace_id: string }>({
    name: "find_code_workspaces",
    text: `select l.code, l.workspace_id from link_directory l join workspace_directory w on w.workspace_id = l.workspace_id
            where l.code = any($1::text[]) and w.closed_at is null`,
    values: [codes],
  });
  return new Map(rows.map((row) => [row.code, row.workspace_id]));
}

/** The workspaces of slugs as they stand in a URL; those that are unknown are missing. */
export async function findSlugWorkspaces(db: Db, slugs: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await (db as Client).query<{ slug: string; workspace_id: string }>({
    name: "find_slug_workspaces",
    text: "select slug, workspace_id from workspace_directory where slug = any($1::text[]) and closed_at is null",
    values: [slugs],
  });
  return new Map(rows.map((row) => [row.slug, row.workspace_id]));
}

export type LinkTargetRow = {
  id: string;
  program_id: string;
  person_id: string;
  /** As written by its owner, for the URL; and normalised. */
  code: string;
  code_key: string;
  channel: string | null;
  /** Its visitors are told apart. */
  counted: boolean;
  disabled: boolean;
  /** draft, live, paused or ended. */
  status: string;
  /** Of the program version in effect; null when none is. */
  destination: string | null;
  destinations: string[] | null;
  /** The program has a landing page. */
  landing: boolean;
  /** The workspace's present instant, epoch milliseconds. */
  now: number;
};

/** The links of normalised codes with their programs as they are now; codes that are unknown in the workspace are missing. */
export async function readLinkTargets(workspaceId: string, db: Client, codes: readonly string[]): Promise<LinkTargetRow[]> {
  const { rows } = await db.query<LinkTargetRow>({
    name: "read_link_targets",
    text: `select l.id, l.program_id, l.person_id, l.code, l.code_key, l.channel, l.counted, l.disabled_at is not null as disabled,
                  p.status, v.definition ->> 'destination' as destination, v.definition -> 'destinations' as destinations, c.now,
                  (v.definition #> '{pages,landing}') is not null
                    and coalesce(v.definition #>> '{pages,landing,enabled}', 'true') = 'true' as landing
             from link l
             join workspace w on w.workspace_id = l.workspace_id
            cross join lateral (select (extract(epoch from clock_timestamp()) * 1000)::bigint + w.clock_offset_ms as now) c
             join program p on p.workspace_id = l.workspace_id and p.id = l.program_id
             left join lateral (
                  select pv.definition from program_version pv
                   where pv.workspace_id = l.workspace_id and pv.program_id = l.program_id and pv.effective_from <= c.now
                   order by pv.effective_from desc, pv.version desc limit 1) v on true
            where l.workspace_id = $1 and l.code_key = any($2::text[])`,
    values: [workspaceId, codes],
  });
  return rows;
}

/**
 * Tells every process to forget one code of a workspace (normalised), or with null all of them: a program or the workspace's clock has
 * changed. Belongs in the transaction of the change: it is heard when that commits, or never.
 */
export async function announceLinks(workspaceId: string, db: Client, code: string | null): Promise<void> {
  await db.query("select pg_notify($1, $2)", [CHANNEL, code === null ? workspaceId : `${workspaceId}/${code}`]);
}

export type LinkNews = {
  /** What announceLinks said. */
  onChange: (workspaceId: string, code: string | null) => void;
  /** Called when listening began, at first and after every cut: what was announced before was missed. */
  onListening: () => void;
  onError?: (error: Error) => void;
};

/** Milliseconds between attempts to listen again. */
const AGAIN_MS = 500;

/**
 * Listens on a connection of its own, for as long as the process lives; a lost one is made again. Resolves at once, with the way to stop:
 * a process that cannot listen yet serves by its short expiry.
 */
export function listenForLinks(url: string, news: LinkNews): { stop(): Promise<void> } {
  let client: pg.Client | null = null;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const again = (error?: Error): void => {
    if (error !== undefined && !isStopped) news.onError?.(error);
    client = null;
    if (isStopped) return;
    clearTimeout(timer);
    timer = setTimeout(begin, AGAIN_MS);
  };
  const begin = (): void => {
    const mine = new pg.Client({
      connectionString: url,
      application_name: "grapevine links",
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    });
    client = mine;
    let isOver = false;
    const over = (error?: Error): void => {
      if (isOver) return;
      isOver = true;
      mine.end().catch(() => undefined);
      again(error);
    };
    mine.on("error", over);
    mine.on("end", () => over(new Error("The connection that listens for links was closed.")));
    mine.on("notification", ({ payload = "" }) => {
      const slashAt = payload.indexOf("/");
      if (slashAt < 0) news.onChange(payload, null);
      else news.onChange(payload.slice(0, slashAt), payload.slice(slashAt + 1));
    });
    mine
      .connect()
      .then(() => mine.query(`listen ${CHANNEL}`))
      .then(() => news.onListening(), over);
  };
  begin();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
