-- a read whose answer was lost is entered by the most it can have brought, until the answer is got later that day
alter table spend add column supposed text;
alter table spend add column replaced integer not null default 0;

-- X did not let this voice carry or say it: the two rest from each other
alter table turn add column turned_away integer not null default 0;
