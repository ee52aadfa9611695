-- What waits for people, read by its day.
CREATE INDEX appeal_waiting ON appeal ((coalesce(decide_by, lodged_on)), appeal_id) WHERE decision IS NULL;
CREATE INDEX decision_draft_waiting ON decision_draft (((prepared_at AT TIME ZONE 'Asia/Jakarta')::date), draft_id)
  WHERE status = 'OPEN';
CREATE INDEX lift_proposal_waiting ON lift_proposal (proposed_on, lift_proposal_id)
  WHERE withdrawn_at IS NULL AND is_person_needed;
CREATE INDEX membership_proposal_waiting ON membership_proposal (proposed_on, proposal_id) WHERE status = 'OPEN';
