-- Touches of one workspace, any number, in one statement that is a transaction by itself: one message out and one back where begin,
-- set_workspace, insert and commit are four (one touch: 0.2 ms against 1.3; eighty: 143 us of Node's time against 346). Written without the
-- writer's lock. The ids come from the clicks, so rows that are there already (a repeat after a lost answer) stay as they are.
create function record_touches(ws uuid, ids uuid[], links uuid[], programs uuid[], people uuid[], ats bigint[], channels text[])
  returns void language plpgsql as $$
begin
  execute format('set local app.workspace_id = %L', ws);
  insert into touch (workspace_id, id, link_id, program_id, person_id, at, channel)
  select ws, u.id, u.link, u.program, u.person, u.at, u.channel
    from unnest(ids, links, programs, people, ats, channels) as u(id, link, program, person, at, channel)
      on conflict do nothing;
end $$;
