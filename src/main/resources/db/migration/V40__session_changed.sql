-- a session can be moved: of two who change it the second sees what the first did
alter table taught_session add column version integer default 0 not null;
