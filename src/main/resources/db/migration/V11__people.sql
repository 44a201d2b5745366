-- an appointment that was taken back before it began; never a period
alter table appointment add column withdrawn_at timestamp(6) with time zone;
alter table appointment add column withdrawn_by varchar(200);
