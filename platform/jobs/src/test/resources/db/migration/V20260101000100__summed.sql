-- a sum that every chunk of a job adds to
CREATE TABLE summed (
    job_id uuid   PRIMARY KEY,
    total  bigint NOT NULL
);
