-- Who follows facts by when they were received reads a page of 2,000 at a time, every minute and before each report. An index of ranges of
-- pages could not give them: pages that no vacuum has seen yet belong to every range, a fifth of the table in the worst case, and under
-- load the requests to look them through were not even recorded. Facts of one batch share their instant, so that this one stays small.
drop index fact_received;
create index fact_received on fact (workspace_id, received_at);
