-- Whether an operator is written to when something about what arrives needs a look; a choice beside that of the week.
alter table operator add column alerts boolean not null default true;
