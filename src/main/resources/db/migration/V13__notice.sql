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
    -- from then on nobody needs it
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
