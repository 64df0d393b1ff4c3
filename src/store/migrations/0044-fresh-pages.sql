-- Counts of a stretch of time read an index alone where a table's pages are known to be seen by all, which only a vacuum finds out: by
-- default after a fifth of the table is new. A workspace that gives 200,000 rewards in a day beside two million counted each of them in
-- the table for weeks. New rows are looked through after a twentieth; what is old and unchanged is not read again.
alter table reward set (autovacuum_vacuum_insert_scale_factor = 0.05);
alter table referral set (autovacuum_vacuum_insert_scale_factor = 0.05);
alter table touch set (autovacuum_vacuum_insert_scale_factor = 0.05);
alter table advocate set (autovacuum_vacuum_insert_scale_factor = 0.05);
alter table message set (autovacuum_vacuum_insert_scale_factor = 0.05);
