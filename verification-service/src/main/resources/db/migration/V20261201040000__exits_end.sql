-- An exit that took effect ends when the family is reinstated afterwards; what it withheld before stays withheld.
CREATE OR REPLACE VIEW decision_now AS
SELECT d.decision_id, d.step_id, d.step, d.proposal_id, d.proposed, d.kpm_id, d.decision AS measure, d.effect,
       d.effective_from, d.reason_code, d.reason AS note, d.prepared_by, d.decided_by, d.decided_on, d.decided_at, d.draft_id,
       d.takes_effect, n.notice_id, n.route, n.occurred_on AS delivered_on, n.recorded_on AS delivery_recorded_on,
       n.effect_due_on, e.effective_from AS in_effect_from,
       EXISTS (SELECT FROM decision_stay s WHERE s.decision_id = d.decision_id AND s.ended_at IS NULL) AS is_stayed,
       l.reason AS lift_reason, l.note AS lift_note, l.lifted_by, l.lifted_on, l.lifted_at,
       CASE WHEN d.decision IN ('TERMINATE', 'GRADUATE', 'MOVE', 'DECEASE', 'INELIGIBLE')
                 AND (e.decision_id IS NOT NULL OR d.takes_effect = 'AS_RECORDED')
            THEN (SELECT min(back.effective_from) FROM sanction_decision back
                   WHERE back.kpm_id = d.kpm_id AND back.decision = 'REINSTATE'
                     AND back.decided_at >= coalesce(e.recorded_at, d.decided_at)) END AS ended_on
  FROM sanction_decision d
  LEFT JOIN family_notice n ON n.decision_id = d.decision_id AND n.outcome = 'DELIVERED'
  LEFT JOIN decision_effect e ON e.decision_id = d.decision_id
  LEFT JOIN decision_lift l ON l.decision_id = d.decision_id;
