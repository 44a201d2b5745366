-- posts with wide access, which nobody holds without the clearance they ask for; the force's own list
create sequence designated_post_seq start with 1 increment by 50;
create table designated_post (
    id bigint primary key,
    ref varchar(12) not null unique,
    force_id bigint not null references force,
    name varchar(120) not null,
    from_day date not null,
    -- last day on the list; null while it is on it
    ended_on date,
    -- the tier it stands for, where there is one
    tier varchar(2),
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(200) not null,
    ended_by varchar(200)
);
create index designated_post_of_force on designated_post (force_id, name);

-- who holds such a post, from when until when
create sequence post_holding_seq start with 1 increment by 50;
create table post_holding (
    id bigint primary key,
    ref varchar(12) not null unique,
    force_id bigint not null references force,
    volunteer_id bigint not null references volunteer,
    post_id bigint not null references designated_post,
    from_day date not null,
    last_day date,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(200) not null,
    ended_by varchar(200)
);
create index post_holding_of_force on post_holding (force_id, from_day);
create index post_holding_of_volunteer on post_holding (volunteer_id);

-- attempts that the rule stopped: prevented, and no breach
create sequence prevented_posting_seq start with 1 increment by 50;
create table prevented_posting (
    id bigint primary key,
    force_id bigint not null references force,
    volunteer_id bigint not null references volunteer,
    post_id bigint not null references designated_post,
    from_day date not null,
    needed varchar(24) not null,
    prevented_at timestamp(6) with time zone not null,
    asked_by varchar(200) not null
);
create index prevented_posting_of_force on prevented_posting (force_id, prevented_at);
create index prevented_posting_of_volunteer on prevented_posting (volunteer_id);
