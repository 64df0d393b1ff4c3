-- Who subscribed and who left was looked for among all facts, with each study. Partial: purchases pay nothing for it.
create index fact_subscription on fact (workspace_id, id) where type in ('subscription_started', 'subscription_cancelled');
