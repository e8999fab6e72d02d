-- A count that the platform does not tell is not known, and never nothing.

alter table account add column followers_told integer;
update account set followers_told = followers;
alter table account drop column followers;
alter table account rename column followers_told to followers;

create table snapshot_told (
    post      text not null references post (id),
    at        integer not null,
    shown     integer,
    likes     integer,
    replies   integer,
    reposts   integer,
    quotes    integer,
    bookmarks integer,
    primary key (post, at)
);
-- what somebody answered was shown: there the nothing was a count that was not told
insert into snapshot_told (post, at, shown, likes, replies, reposts, quotes, bookmarks)
select post, at,
       case when shown = 0 and likes + replies + reposts + quotes + bookmarks > 0 then null else shown end,
       likes, replies, reposts, quotes, bookmarks
  from snapshot;
drop table snapshot;
alter table snapshot_told rename to snapshot;

-- the last of the posts that editing made of this one; null while its author has not edited it
alter table post add column newest text;
