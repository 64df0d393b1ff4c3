-- What only some rules need: who brought a friend together, and what a reward knows beside its amount.

-- [[person, share], ...] of a claim by several people; null: the advocate alone.
alter table referral add column team json;
create index referral_team on referral (workspace_id, friend_id) where team is not null;

-- { choice: the option that was picked, channel: the one in which it counts }; null for nearly all.
alter table reward add column detail json;
