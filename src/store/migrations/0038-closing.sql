-- Closing a workspace: from then on only its operators get in, to read and to bring it back; after 30 days it is erased. And taking back
-- what was told by hand: a fact that was withdrawn is left out by every fold.

alter table fact_status drop constraint fact_status_known;
alter table fact_status add constraint fact_status_known check (status in ('settled', 'parked', 'failed', 'withdrawn'));

-- Epoch milliseconds by the database's own clock. A sandbox's are those of its workspace.
alter table workspace_directory
  add column closed_at bigint,
  add column erase_at bigint,
  add check ((closed_at is null) = (erase_at is null) and erase_at > closed_at);
create index workspace_closed on workspace_directory (erase_at) where erase_at is not null;

-- Erases up to `most` rows of a workspace whose time has come, and says how many; 0 when nothing is left. Facts, transfers and the audit
-- log are the runtime role's to add to and to read: only this function deletes them, and only when the directory says so. A table whose
-- rows others still refer to waits for the next call.
create function erase_part(ws uuid, most integer) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  tables text[];
  name text;
  gone bigint;
  total bigint := 0;
  kept text;
begin
  if not exists (select from workspace_directory d where d.workspace_id = ws
                    and d.erase_at <= (extract(epoch from transaction_timestamp()) * 1000)::bigint) then
    raise exception 'this workspace is not to be erased' using errcode = '55000';
  end if;
  perform set_workspace(ws);
  tables := array(
    select c.relname::text from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and c.relname <> 'workspace_directory' order by 1);
  foreach name in array tables loop
    exit when total >= most;
    begin
      execute format('delete from %1$I where ctid = any(array(select ctid from %1$I where workspace_id = $1 limit $2))', name)
        using ws, most - total;
      get diagnostics gone = row_count;
      total := total + gone;
    exception when foreign_key_violation then
      kept := name;
    end;
  end loop;
  if total = 0 and kept is not null then
    raise exception 'rows of % cannot be erased: others refer to them', kept using errcode = '23503';
  end if;
  if total = 0 then
    delete from workspace_directory where workspace_id = ws;
  end if;
  return total;
end $$;
