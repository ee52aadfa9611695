-- A family that is on record twice leaves under one of its two numbers, although it is a member and did nothing wrong.
INSERT INTO measure_reason (measure, reason_code, description) VALUES
  ('TERMINATE', 'DUPLICATE_MERGED', 'Tercatat ganda; kepesertaan berlanjut pada catatan yang lain');
