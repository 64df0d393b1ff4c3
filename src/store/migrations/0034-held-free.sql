-- Held free: whoever owns this number puts a file of another name here, and this one goes.
select 1;
