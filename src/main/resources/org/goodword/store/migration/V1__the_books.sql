-- Instants are milliseconds since 1970 UTC, dates ISO text, money thousandths of a US dollar.
-- Nothing here is a point, a debt or a rank: fairness is worked out from what was said, and kept nowhere.

create table setting (
    name  text primary key,
    value text not null
);

create table account (
    handle    text primary key,
    user_id   text not null,
    name      text not null,
    followers integer not null,
    read_at   integer not null
);

-- tokens are sealed; the key lies outside this file
create table sign_in (
    handle text primary key,
    kind   text not null,
    token  text not null,
    secret text not null,
    at     integer not null
);

-- append-only: what members said apart from the file, and what stopped an account
create table consent_event (
    id      integer primary key,
    -- a handle; of a leaver only a keyed hash
    who     text not null,
    at      integer not null,
    said_on text not null,
    what    text not null,
    detail  text not null,
    source  text not null
);

create table post (
    id           text primary key,
    author       text not null,
    author_id    text not null,
    subject      text not null,
    at           integer not null,
    text         text,
    sensitive    integer not null,
    introduction integer not null,
    in_books     integer not null,
    gone_at      integer,
    gone_why     text
);
create index post_at on post (at);
create index post_author on post (author, at);

-- what a look returned once is not asked for again
create table looked_up_to (
    author text primary key,
    post   text not null
);

create table lot (
    post   text primary key references post (id),
    author text not null,
    drawn  integer not null,
    block  integer not null,
    place  integer not null,
    held   integer not null
);
create index lot_author on lot (author);

create table plan (
    week        text primary key,
    dealt_at    integer not null,
    approved_at integer,
    seed        integer not null,
    detail      text not null
);

create table turn (
    id           integer primary key,
    week         text not null,
    day          text not null,
    kind         text not null,
    voice        text not null,
    subject      text not null,
    author       text not null,
    post         text references post (id),
    words        text,
    composed     text,
    mode         text not null,
    window_from  integer not null,
    window_until integer not null,
    slot         integer not null,
    why          text not null,
    state        text not null,
    state_at     integer not null,
    reason       text not null,
    ready_at     integer,
    requested_at integer,
    made         text,
    sent_at      integer
);
create index turn_state on turn (state, slot);
create index turn_week on turn (week);
create index turn_slot on turn (slot);

-- append-only: the story of each turn
create table turn_event (
    id         integer primary key,
    turn       integer not null references turn (id),
    at         integer not null,
    from_state text,
    to_state   text not null,
    reason     text not null
);
create index turn_event_turn on turn_event (turn, id);

create table snapshot (
    post      text not null references post (id),
    at        integer not null,
    shown     integer not null,
    likes     integer not null,
    replies   integer not null,
    reposts   integer not null,
    quotes    integer not null,
    bookmarks integer not null,
    primary key (post, at)
);

-- append-only: every call, and what it cost
create table spend (
    id          integer primary key,
    at          integer not null,
    call        text not null,
    account     text,
    units       integer not null,
    milli       integer not null,
    pushed_back integer not null
);
create index spend_at on spend (at);

create table notice (
    id         integer primary key,
    topic      text not null,
    at         integer not null,
    what       text not null,
    action     text not null,
    settled_at integer
);
create index notice_topic on notice (topic, settled_at);

-- a round that was done is not done again
create table round_done (
    round text not null,
    key   text not null,
    at    integer not null,
    primary key (round, key)
);
