-- A sign-in tells who an account is, and neither its name nor how many follow it.
create table account_known (
    handle    text primary key,
    user_id   text not null,
    name      text,
    followers integer,
    read_at   integer not null
);
insert into account_known (handle, user_id, name, followers, read_at)
    select handle, user_id, name, followers, read_at from account;
drop table account;
alter table account_known rename to account;
