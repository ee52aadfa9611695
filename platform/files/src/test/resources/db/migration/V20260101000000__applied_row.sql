CREATE TABLE applied_row (file text NOT NULL, line integer NOT NULL, UNIQUE (file, line));
