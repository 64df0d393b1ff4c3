-- Erasing a workspace takes what stands outside its tables, too: roles that read its figures by SQL, and the accounts of those who are
-- operators nowhere else. And only the server's own role may erase (src/store/grants.ts gives it that): a function is everybody's at first.
create or replace function erase_part(ws uuid, most integer) returns bigint
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
  delete from auth."user" u using operator_directory d where d.workspace_id = ws and d.user_id = u.id
     and not exists (select from operator_directory o where o.user_id = u.id and o.workspace_id <> ws);
  if to_regclass('report.reader') is not null then
    for name in execute 'select role_name::text from report.reader where workspace_id = $1' using ws loop
      begin
        if exists (select from pg_roles where rolname = name) then
          execute format('drop owned by %I', name);
          execute format('drop role %I', name);
        end if;
        execute 'delete from report.reader where role_name = $1' using name;
      -- Where the owner may not drop it, or another database gave it rights: it reads nothing any more, and `grapevine readers` lists it.
      exception when insufficient_privilege or dependent_objects_still_exist or object_in_use then
        null;
      end;
    end loop;
  end if;
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
revoke execute on function erase_part(uuid, integer) from public;
