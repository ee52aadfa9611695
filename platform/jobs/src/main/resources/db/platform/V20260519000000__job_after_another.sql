-- A job that starts only when another one is done: the report about a file is applied after the sending of the file.
ALTER TABLE job ADD COLUMN after_job uuid REFERENCES job CHECK (after_job <> job_id);
