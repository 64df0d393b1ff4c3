-- A name is compared composed and with one space between its words, and is now kept so. Kept as they came, "Ada  Löwe" with two spaces
-- and a name typed on a system that takes letters and accents apart were never found by whoever said them.
alter table person_private no force row level security;
update person_private
set data = (data::jsonb || jsonb_build_object('name', btrim(regexp_replace(normalize(data ->> 'name', nfc), '\s+', ' ', 'g'))))::json
where data ->> 'name' ~ '^\s|\s$|\s\s|[^\S ]' or data ->> 'name' is not nfc normalized;
alter table person_private force row level security;
