-- what somebody is told in Attest itself; belongs to the account, and is shown while a role in its force is held
create sequence notice_seq start with 1 increment by 50;
create table notice (
    id bigint primary key,
    ref varchar(12) not null unique,
    account_id bigint not null references account,
    -- null where it concerns no one force
    force_id bigint references force,
    kind varchar(12) not null,
    sentence varchar(300) not null,
    address varchar(300) not null,
    told_at timestamp(6) with time zone not null,
    read_at timestamp(6) with time zone,
    -- day of the digest that counted it
    counted_on date
);
create index notice_of_account on notice (account_id, read_at);
create index notice_to_count on notice (counted_on, account_id);

-- what leaves the house: e-mails and calls of web hooks; not behind the row filter, because the administrator holds no force
create sequence outbox_message_seq start with 1 increment by 50;
create table outbox_message (
    id bigint primary key,
    ref varchar(12) not null unique,
    channel varchar(8) not null,
    force_id bigint references force,
    account_id bigint references account,
    template varchar(40) not null,
    -- address of e-mail, or where the web hook leads
    recipient varchar(500) not null,
    recipient_name varchar(200),
    -- subject and text, encrypted; forgotten once it is settled
    content bytea,
    -- made here once, so that a message that was sent twice can be told by whoever gets it
    message_id varchar(120) not null unique,
    state varchar(10) not null,
    attempts integer not null,
    queued_at timestamp(6) with time zone not null,
    next_at timestamp(6) with time zone not null,
    -- not tried any more from then on
    give_up_at timestamp(6) with time zone not null,
    -- it says something that is over then, and is not sent again
    useless_from timestamp(6) with time zone,
    lease_until timestamp(6) with time zone,
    lease_of varchar(40),
    settled_at timestamp(6) with time zone,
    result varchar(300),
    dismissed_at timestamp(6) with time zone,
    dismissed_by varchar(200)
);
create index outbox_message_due on outbox_message (state, next_at);
create index outbox_message_queued on outbox_message (queued_at);

-- how a force words a letter or a message; the newest version applies, null texts are the national words again
create sequence template_wording_seq start with 1 increment by 50;
create table template_wording (
    id bigint primary key,
    force_id bigint not null references force,
    template varchar(40) not null,
    version_no integer not null,
    subject varchar(150),
    body varchar(5000),
    saved_at timestamp(6) with time zone not null,
    saved_by varchar(200) not null,
    unique (force_id, template, version_no)
);

-- where the force's urgent notices are called out; a new address or secret is a new row
create sequence web_hook_seq start with 1 increment by 50;
create table web_hook (
    id bigint primary key,
    ref varchar(12) not null unique,
    force_id bigint not null references force,
    address varchar(500) not null,
    -- encrypted; shown once, when it was made
    secret bytea not null,
    set_at timestamp(6) with time zone not null,
    set_by varchar(200) not null,
    ended_at timestamp(6) with time zone,
    ended_by varchar(200)
);
create index web_hook_of_force on web_hook (force_id, ended_at);

-- one e-mail a day at most: the key is what keeps a second run from writing another
create table digest (
    account_id bigint not null references account,
    on_day date not null,
    message_id bigint not null references outbox_message,
    primary key (account_id, on_day)
);

create table email_preference (
    account_id bigint primary key references account,
    wanted varchar(8) not null
);

-- what somebody was reminded of; the key is what keeps a second run from saying it again
create sequence reminder_seq start with 1 increment by 50;
create table reminder (
    id bigint primary key,
    force_id bigint not null references force,
    kind varchar(40) not null,
    -- what it is about, as its room names it
    thing varchar(80) not null,
    due_on date not null,
    step varchar(12) not null,
    told_at timestamp(6) with time zone not null,
    told_count integer not null,
    unique (force_id, kind, thing, due_on, step)
);

-- when a force reminds of a kind of thing; the newest row applies
create sequence reminder_plan_seq start with 1 increment by 50;
create table reminder_plan (
    id bigint primary key,
    force_id bigint not null references force,
    kind varchar(40) not null,
    -- days before the day, largest first, with commas
    lead_days varchar(60) not null,
    coordinator_after integer not null,
    lead_after integer not null,
    set_at timestamp(6) with time zone not null,
    set_by varchar(200) not null
);
create index reminder_plan_of_force on reminder_plan (force_id, kind);

-- one row: which node looks for what is due, and for which day that was done
create table reminder_run (
    id integer primary key,
    locked_until timestamp(6) with time zone not null,
    done_on date
);
insert into reminder_run (id, locked_until) values (1, timestamp with time zone '2000-01-01 00:00:00+00:00');
