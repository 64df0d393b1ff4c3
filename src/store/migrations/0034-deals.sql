-- Deals of one state, page by page.
create index deal_status on deal (workspace_id, status, external_id);
