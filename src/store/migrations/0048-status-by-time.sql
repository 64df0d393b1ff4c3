-- Reports follow facts whose status changed, in order of when: once a minute for each workspace, and by index however many there are.
create index fact_status_at on fact_status (workspace_id, at);
