-- what shows that a qualification was earned, and who has seen it
alter table qualification add column evidence varchar(300);
alter table qualification add column evidence_verified_at timestamp(6) with time zone;
alter table qualification add column evidence_verified_by varchar(200);
