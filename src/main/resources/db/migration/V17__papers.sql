-- papers that people hand in to be verified
create sequence paper_seq start with 1 increment by 50;
create table paper (
    id bigint primary key,
    ref varchar(12) not null unique,
    force_id bigint not null references force,
    volunteer_id bigint not null references volunteer,
    purpose varchar(16) not null,
    words varchar(300),
    about_ref varchar(12),
    called_by_sender varchar(300) not null,
    type varchar(8) not null,
    bytes integer not null,
    sha256 varchar(64) not null,
    scanned boolean not null,
    sent_at timestamp(6) with time zone not null,
    sent_by varchar(200) not null,
    opened_at timestamp(6) with time zone,
    opened_by varchar(200),
    decided_at timestamp(6) with time zone,
    decided_by varchar(200),
    decision varchar(12),
    reason varchar(500),
    version integer not null
);
create index paper_of_force on paper (force_id, decided_at, sent_at);
create index paper_of_volunteer on paper (volunteer_id, sent_at);

-- what they hold, encrypted, apart from them, so that lists do not load it
create table paper_content (
    paper_id bigint primary key references paper,
    force_id bigint not null references force,
    sealed bytea not null
);
create index paper_content_of_force on paper_content (force_id);
