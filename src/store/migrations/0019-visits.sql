-- Visits of a link, counted for its owner: without this a person's own side would read every touch of the workspace.
create index touch_link on touch (workspace_id, link_id);
