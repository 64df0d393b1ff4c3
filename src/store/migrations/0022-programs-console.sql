-- A draft counts its savings, so that of two operators who edit one program the second is told.
alter table program add column draft_revision integer not null default 1;
alter table program add column draft_by text collate "C";
alter table program add column draft_at timestamptz;
