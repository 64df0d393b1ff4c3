/** Counters of the rate limits, shared by every process. A bucket holds no personal data: addresses are hashed before they get here. */
import type { Client, Pool } from "./db.ts";

export type LeaseInput = { bucket: string; windowSeconds: number; limit: number; lease: number };
/** `used` is null when the lease would pass the limit. `secondsLeft` is what is left of the window, on the database's clock. */
export type Lease = { used: number | null; secondsLeft: number };

/**
 * Takes `lease` requests from a bucket's window, or none. One statement, so two processes can never take the same ones. The
 * instant comes in through the inserted row, because Citus refuses the clock in an `on conflict` clause.
 */
export async function takeLease(db: Pick<Client, "query"> | Pool, input: LeaseInput): Promise<Lease> {
  const { rows } = await (db as Client).query<{ used: number | null; seconds_left: number }>(
    `with clock as (select floor(extract(epoch from clock_timestamp()))::bigint as now),
          taken as (
            insert into rate_bucket as b (bucket, window_start, used)
            select $1, now - mod(now, $2::bigint), $3::integer from clock
            on conflict (bucket) do update
              set window_start = excluded.window_start,
                  used = case when b.window_start = excluded.window_start then b.used + excluded.used else excluded.used end
              where b.window_start <> excluded.window_start or b.used + excluded.used <= $4::integer
            returning b.used)
     select (select used from taken) as used, ($2::bigint - mod(now, $2::bigint))::integer as seconds_left from clock`,
    [input.bucket, input.windowSeconds, input.lease, input.limit],
  );
  const row = rows[0]!;
  return { used: row.used, secondsLeft: row.seconds_left };
}

/** Drops buckets whose window began more than `seconds` ago; returns how many. For a daily job: one row stays per address seen. */
export async function dropOldBuckets(db: Pick<Client, "query"> | Pool, seconds: number): Promise<number> {
  const { rowCount } = await (db as Client).query(
    "delete from rate_bucket where window_start < floor(extract(epoch from transaction_timestamp()))::bigint - $1",
    [seconds],
  );
  return rowCount ?? 0;
}
